"""What Home Affairs notes on a row before it decides; the units of the reviews that were opened already."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

UNITS_OF_OPENED_REVIEWS = """
INSERT INTO tracker_assessedunit (review_id, unit_id, group_id, reason)
SELECT owed.review_id, owed.unit_id, unit.group_id, ''
FROM plans_submission owed JOIN tracker_unit unit ON unit.id = owed.unit_id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0005_imports"),
        ("tracker", "0005_home_affairs_desk"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="submissionrow",
            name="checks",
            field=models.JSONField(blank=True, db_default=[], default=list, verbose_name="what holds"),
        ),
        migrations.AddField(
            model_name="submissionrow",
            name="draft_remark",
            field=models.TextField(blank=True, db_default="", verbose_name="remark not sent yet"),
        ),
        migrations.AddField(
            model_name="submissionrow",
            name="examined_at",
            field=models.DateTimeField(null=True, verbose_name="examined at"),
        ),
        migrations.AddField(
            model_name="submissionrow",
            name="examined_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="examined by",
            ),
        ),
        migrations.AddField(
            model_name="submissionrow",
            name="verdict",
            field=models.CharField(
                blank=True,
                choices=[("accept", "accept"), ("return", "return")],
                db_default="",
                max_length=10,
                verbose_name="what Home Affairs means to decide",
            ),
        ),
        migrations.RunSQL(UNITS_OF_OPENED_REVIEWS, migrations.RunSQL.noop),
    ]
