"""The log by days, and the count of possible duplicates, stay quick with a million mails."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("notifications", "0004_rules_guard")]

    operations = [
        migrations.AddIndex(
            model_name="envelope",
            index=models.Index(
                fields=["id"], name="envelope_doubtful", condition=Q(possible_duplicates__gt=0)
            ),
        ),
        migrations.AddIndex(
            model_name="envelope",
            index=models.Index(fields=["-business_date", "-id"], name="envelope_day"),
        ),
    ]
