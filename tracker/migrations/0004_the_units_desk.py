"""The unit's desk: rows of a chain by their key, questions, watching, saved filters, how pages look to a person."""

import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.math
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import tracker.models.row_key


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0003_days_in_force"),
    ]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("words", models.TextField(verbose_name="question")),
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("answered_on", models.DateField(editable=False, null=True, verbose_name="answered on")),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(verbose_name="reply")),
                ("written_at", models.DateTimeField(auto_now_add=True)),
                ("is_answer", models.BooleanField(default=False, verbose_name="answer of Home Affairs")),
            ],
            options={
                "verbose_name": "reply",
                "verbose_name_plural": "replies",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("query", models.CharField(max_length=600, verbose_name="filter")),
                ("is_shared", models.BooleanField(default=False, verbose_name="shared with everybody")),
            ],
            options={
                "verbose_name": "saved filter",
                "verbose_name_plural": "saved filters",
                "ordering": ["-is_shared", "name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("begun_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "watched action",
                "verbose_name_plural": "watched actions",
            },
        ),
        migrations.AddField(
            model_name="action",
            name="key",
            field=models.CharField(
                db_default=django.db.models.functions.text.Substr(
                    django.db.models.functions.text.MD5(
                        django.db.models.functions.comparison.Cast(
                            django.db.models.functions.math.Random(), models.TextField()
                        )
                    ),
                    1,
                    12,
                ),
                default=tracker.models.row_key.new_key,
                editable=False,
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="cause",
            name="key",
            field=models.CharField(
                db_default=django.db.models.functions.text.Substr(
                    django.db.models.functions.text.MD5(
                        django.db.models.functions.comparison.Cast(
                            django.db.models.functions.math.Random(), models.TextField()
                        )
                    ),
                    1,
                    12,
                ),
                default=tracker.models.row_key.new_key,
                editable=False,
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="media_type",
            field=models.CharField(blank=True, db_default="", max_length=100, verbose_name="type of file"),
        ),
        migrations.AddField(
            model_name="responsibility",
            name="key",
            field=models.CharField(
                db_default=django.db.models.functions.text.Substr(
                    django.db.models.functions.text.MD5(
                        django.db.models.functions.comparison.Cast(
                            django.db.models.functions.math.Random(), models.TextField()
                        )
                    ),
                    1,
                    12,
                ),
                default=tracker.models.row_key.new_key,
                editable=False,
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="density",
            field=models.CharField(
                choices=[("roomy", "roomy"), ("normal", "medium"), ("dense", "dense")],
                db_default="normal",
                default="normal",
                max_length=8,
                verbose_name="density of tables",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="shortcuts",
            field=models.BooleanField(db_default=False, default=False, verbose_name="keyboard shortcuts"),
        ),
        migrations.AddField(
            model_name="user",
            name="text_size",
            field=models.PositiveSmallIntegerField(
                choices=[(0, "normal"), (1, "large"), (2, "largest")],
                db_default=0,
                default=0,
                verbose_name="text size",
            ),
        ),
        migrations.AddField(
            model_name="weakness",
            name="objection",
            field=models.TextField(blank=True, db_default="", verbose_name="why the unit does not agree"),
        ),
        migrations.AlterField(
            model_name="action",
            name="due_on",
            field=models.DateField(null=True, verbose_name="due on"),
        ),
        migrations.AlterField(
            model_name="action",
            name="original_due_on",
            field=models.DateField(editable=False, null=True, verbose_name="original due date"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.UniqueConstraint(fields=("weakness", "key"), name="action_row_once"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_on", None),
                    models.Q(("due_on__isnull", False), ("original_due_on__isnull", False)),
                    _connector="OR",
                ),
                name="action_dated_once_accepted",
            ),
        ),
        migrations.AddConstraint(
            model_name="cause",
            constraint=models.UniqueConstraint(fields=("weakness", "key"), name="cause_row_once"),
        ),
        migrations.AddConstraint(
            model_name="responsibility",
            constraint=models.UniqueConstraint(fields=("weakness", "key"), name="responsibility_row_once"),
        ),
        migrations.AddField(
            model_name="question",
            name="action",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="tracker.action",
                verbose_name="action",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked by",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="tracker.unit",
                verbose_name="unit",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="weakness",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="tracker.weakness",
                verbose_name="weakness",
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="tracker.question"
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="savedfilter",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="saved_filters",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="watches",
                to="tracker.action",
                verbose_name="action",
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="watches",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action", None), ("weakness__isnull", False)),
                    models.Q(("action__isnull", False), ("weakness", None)),
                    _connector="OR",
                ),
                name="question_about_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="question_in_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="reply_in_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.UniqueConstraint(fields=("user", "name"), name="saved_filter_named_once"),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.UniqueConstraint(fields=("user", "action"), name="watch_once"),
        ),
    ]
