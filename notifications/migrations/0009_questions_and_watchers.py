"""Mails to whoever asked and to whoever watches; the database notes who watched before each change, as in 0007."""

import django.contrib.postgres.fields
from django.db import migrations, models

NOTE_WATCHES = """CREATE TRIGGER register_noted AFTER INSERT OR UPDATE OR DELETE ON tracker_watch
                  FOR EACH ROW EXECUTE FUNCTION notifications_note_register('id', 'user_id', 'action_id')"""


class Migration(migrations.Migration):
    dependencies = [("notifications", "0008_calendar_feeds"), ("tracker", "0004_the_units_desk")]

    operations = [
        migrations.RunSQL(NOTE_WATCHES, "DROP TRIGGER register_noted ON tracker_watch"),
        migrations.AlterField(
            model_name="obligation",
            name="audience",
            field=models.CharField(
                choices=[
                    ("owner", "owner of the action"),
                    ("official", "officials of the unit"),
                    ("unit_head", "head of the unit"),
                    ("home_affairs", "Home Affairs"),
                    ("leadership", "provincial leadership, once a week"),
                    ("former_owner", "owner until then"),
                    ("second_contact", "the unit's other contact"),
                    ("asker", "whoever asked"),
                    ("watcher", "people who watch the action"),
                ],
                max_length=20,
                verbose_name="told as",
            ),
        ),
        migrations.AlterField(
            model_name="reminderrule",
            name="audiences",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("owner", "owner of the action"),
                        ("official", "officials of the unit"),
                        ("unit_head", "head of the unit"),
                        ("home_affairs", "Home Affairs"),
                        ("leadership", "provincial leadership, once a week"),
                        ("former_owner", "owner until then"),
                        ("second_contact", "the unit's other contact"),
                        ("asker", "whoever asked"),
                        ("watcher", "people who watch the action"),
                    ],
                    max_length=20,
                ),
                size=None,
                verbose_name="whom",
            ),
        ),
    ]
