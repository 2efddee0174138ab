"""Letters about missing submissions, sent together, with the number and date the clerk gave the paper."""

import django.db.models.deletion
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("notifications", "0009_questions_and_watchers"), ("plans", "0005_imports")]

    operations = [
        migrations.AddField(
            model_name="chase",
            name="about",
            field=models.CharField(
                choices=[("overdue", "overdue actions"), ("submission", "missing submission")],
                db_default="overdue",
                default="overdue",
                max_length=10,
                verbose_name="about",
            ),
        ),
        migrations.AddField(
            model_name="chase",
            name="level",
            field=models.CharField(
                choices=[
                    ("reminder", "Friendly reminder"),
                    ("chasing", "Urgent request"),
                    ("letter", "Official letter"),
                ],
                db_default="chasing",
                default="chasing",
                max_length=10,
                verbose_name="level",
            ),
        ),
        migrations.AddField(
            model_name="chase",
            name="submission",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="chases",
                to="plans.submission",
                verbose_name="submission",
            ),
        ),
        migrations.AddField(
            model_name="chase",
            name="batch",
            field=models.UUIDField(
                db_default=RandomUUID(), db_index=True, editable=False, verbose_name="sent together"
            ),
        ),
        migrations.AddField(
            model_name="chase",
            name="number",
            field=models.CharField(
                blank=True, db_default="", max_length=40, verbose_name="number and symbol"
            ),
        ),
        migrations.AddField(
            model_name="chase",
            name="numbered_on",
            field=models.DateField(null=True, verbose_name="date of the letter"),
        ),
        migrations.AddField(
            model_name="chase",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
        ),
        migrations.AddConstraint(
            model_name="chase",
            constraint=models.CheckConstraint(
                condition=Q(about="overdue", submission=None)
                | Q(about="submission", submission__isnull=False),
                name="chase_about_what_it_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="chase",
            constraint=models.CheckConstraint(
                condition=Q(level__in=("reminder", "chasing", "letter")), name="chase_level_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="chase",
            constraint=models.CheckConstraint(
                condition=Q(number="", numbered_on=None) | ~Q(number="") & Q(numbered_on__isnull=False),
                name="chase_numbered_on_a_day",
            ),
        ),
    ]
