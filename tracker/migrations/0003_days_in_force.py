"""A day returned to the published calendar keeps its row, and with it its history."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tracker", "0002_guards")]

    operations = [
        migrations.AddField(
            "workingdayexception",
            "is_in_force",
            models.BooleanField(default=True, db_default=True, editable=False, verbose_name="in force"),
        )
    ]
