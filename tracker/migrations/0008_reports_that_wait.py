"""What waits to be verified is counted on every page of Home Affairs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0007_years_before"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("state", "reported")), fields=["reported_on"], name="action_to_verify"
            ),
        ),
    ]
