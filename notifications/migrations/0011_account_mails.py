"""Mails about one's own account: told to the person and to nobody else."""

import django.contrib.postgres.fields
from django.db import migrations, models

AUDIENCES = [
    ("owner", "owner of the action"),
    ("official", "officials of the unit"),
    ("unit_head", "head of the unit"),
    ("home_affairs", "Home Affairs"),
    ("leadership", "provincial leadership, once a week"),
    ("former_owner", "owner until then"),
    ("second_contact", "the unit's other contact"),
    ("asker", "whoever asked"),
    ("watcher", "people who watch the action"),
    ("person", "the person whose account it is"),
]


class Migration(migrations.Migration):
    dependencies = [("notifications", "0010_chasing_desk")]

    operations = [
        migrations.AlterField(
            model_name="obligation",
            name="audience",
            field=models.CharField(choices=AUDIENCES, max_length=20, verbose_name="told as"),
        ),
        migrations.AlterField(
            model_name="reminderrule",
            name="audiences",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(choices=AUDIENCES, max_length=20),
                size=None,
                verbose_name="whom",
            ),
        ),
    ]
