"""What was last counted is written with one index by action and next to none by plan, and checked only by the night."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import migrations, models
from django.db.models import DO_NOTHING


class Migration(migrations.Migration):
    dependencies = [("plans", "0011_versions_as_papers")]

    operations = [
        migrations.AlterField(
            model_name="progressfact",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=DO_NOTHING,
                related_name="facts",
                to="plans.plan",
            ),
        ),
        migrations.AlterField(
            model_name="progressfact", name="proof_expected", field=models.SmallIntegerField(default=0)
        ),
        migrations.AlterField(
            model_name="progressfact", name="proof_given", field=models.SmallIntegerField(default=0)
        ),
        migrations.AddIndex(model_name="progressfact", index=BrinIndex(fields=["plan"], name="fact_of_plan")),
    ]
