"""Units and groups of each year, points of criteria, and Home Affairs' wording beside the unit's."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0004_the_units_desk"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="edited_output",
            field=models.TextField(blank=True, db_default="", verbose_name="expected output in the plan"),
        ),
        migrations.AddField(
            model_name="action",
            name="edited_statement",
            field=models.TextField(blank=True, db_default="", verbose_name="statement in the plan"),
        ),
        migrations.AddField(
            model_name="weakness",
            name="edited_statement",
            field=models.TextField(blank=True, db_default="", verbose_name="statement in the plan"),
        ),
        migrations.AddField(
            model_name="weakness",
            name="edited_title",
            field=models.CharField(
                blank=True, db_default="", max_length=200, verbose_name="title in the plan"
            ),
        ),
        migrations.CreateModel(
            name="AssessedUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "points",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="points"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Needed when the unit is not ranked.",
                        max_length=300,
                        verbose_name="reason",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.unitgroup",
                        verbose_name="group",
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.rating",
                        verbose_name="rating",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessed_units",
                        to="tracker.review",
                        verbose_name="review",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="tracker.unit",
                        verbose_name="unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "assessed unit",
                "verbose_name_plural": "assessed units",
                "ordering": ["group__position", "unit__sort_key"],
                "constraints": [
                    models.UniqueConstraint(fields=("review", "unit"), name="assessed_unit_once"),
                    models.CheckConstraint(
                        condition=models.Q(("points", None), ("points__gte", 0), _connector="OR"),
                        name="assessed_unit_points_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CriterionResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="points")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="tracker.criterion",
                        verbose_name="criterion",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="criterion_results",
                        to="tracker.review",
                        verbose_name="review",
                    ),
                ),
            ],
            options={
                "verbose_name": "result of a criterion",
                "verbose_name_plural": "results of criteria",
                "ordering": ["criterion__position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("review", "criterion"), name="criterion_result_once"),
                    models.CheckConstraint(
                        condition=models.Q(("value__gte", 0)), name="criterion_result_not_negative"
                    ),
                ],
            },
        ),
    ]
