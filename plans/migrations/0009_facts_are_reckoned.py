"""What was last counted is reckoned from the record: no keys are checked when it is written or what it is of goes."""

from django.db import migrations, models
from django.db.models import DO_NOTHING


class Migration(migrations.Migration):
    dependencies = [("plans", "0008_closed_periods_stay")]

    operations = [
        migrations.AlterField(
            model_name="progressfact",
            name="action",
            field=models.OneToOneField(
                db_constraint=False,
                on_delete=DO_NOTHING,
                primary_key=True,
                related_name="+",
                serialize=False,
                to="tracker.action",
            ),
        ),
        migrations.AlterField(
            model_name="progressfact",
            name="item",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=DO_NOTHING,
                related_name="+",
                to="plans.planitem",
            ),
        ),
        migrations.AlterField(
            model_name="progressfact",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False, on_delete=DO_NOTHING, related_name="facts", to="plans.plan"
            ),
        ),
    ]
