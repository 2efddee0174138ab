"""The signed chasing letter is kept beside its number and date."""

from django.db import migrations, models

import plans.models.planning.signed_file


class Migration(migrations.Migration):
    dependencies = [("notifications", "0011_account_mails")]

    operations = [
        migrations.AddField(
            "chase",
            "signed_file",
            models.FileField(
                blank=True,
                editable=False,
                upload_to=plans.models.planning.signed_file.random_name,
                verbose_name="signed file",
            ),
        ),
        migrations.AddField(
            "chase",
            "signed_file_name",
            models.CharField(blank=True, db_default="", editable=False, max_length=200),
        ),
        migrations.AddField(
            "chase",
            "signed_sha256",
            models.CharField(blank=True, db_default="", editable=False, max_length=64),
        ),
    ]
