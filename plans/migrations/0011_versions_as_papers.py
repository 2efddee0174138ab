"""A version keeps all that its paper says, and can be asked for as one; the plan says until when it is carried out."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0010_frozen_tables_stay")]

    operations = [
        migrations.AddField(
            "plan",
            "period_ends_on",
            models.DateField(editable=False, null=True, verbose_name="end of the period"),
        ),
        migrations.AddField(
            "planversion",
            "frame",
            models.JSONField(db_default={}, default=dict, verbose_name="what stands around the lines"),
        ),
        migrations.AddField(
            "paperjob",
            "plan_version",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="plans.planversion",
            ),
        ),
    ]
