"""Mails about jobs that are done, to whoever started them and has not seen it."""

import django.contrib.postgres.fields
from django.db import migrations, models

ANCHORS = [
    ("action_due", "deadline of an action"),
    ("action_progress", "last progress of a running action"),
    ("submission_due", "deadline of a submission"),
    ("decision", "waiting for a decision of Home Affairs"),
    ("event", "something happened"),
    ("week", "first working day of a week"),
    ("failure", "a mail that could not be delivered"),
    ("job", "a job that is done"),
]
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
    ("starter", "whoever started it"),
]
REASONS = [
    ("superseded", "a later reminder takes its place"),
    ("closed", "no longer to be done"),
    ("rescheduled", "the deadline was moved"),
    ("reassigned", "somebody else answers for it now"),
    ("inactive", "the account is disabled"),
    ("hidden", "the person may not see it"),
    ("declined", "the person does not want these mails"),
    ("discarded", "discarded by hand"),
    ("expired", "too old to be of use"),
    ("seen", "seen in the product meanwhile"),
]


class Migration(migrations.Migration):
    dependencies = [("notifications", "0012_signed_letters"), ("plans", "0013_outcomes_unseen")]

    operations = [
        migrations.AlterField(
            model_name="obligation",
            name="audience",
            field=models.CharField(choices=AUDIENCES, max_length=20, verbose_name="told as"),
        ),
        migrations.AlterField(
            model_name="obligation",
            name="reason",
            field=models.CharField(blank=True, choices=REASONS, max_length=20, verbose_name="reason"),
        ),
        migrations.AlterField(
            model_name="reminderrule",
            name="anchor",
            field=models.CharField(choices=ANCHORS, max_length=20, verbose_name="counts from"),
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
