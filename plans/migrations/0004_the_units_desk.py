"""What a submission carries besides its rows: the head's words, files, and a frozen copy of every attempt."""

import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import plans.models.submissions.file

COPIES = """
CREATE TRIGGER submission_copy_append_only BEFORE UPDATE OR DELETE ON plans_submissioncopy
    FOR EACH ROW EXECUTE FUNCTION tracker_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="head_responsibility",
            field=models.TextField(blank=True, db_default="", verbose_name="responsibility of the head"),
        ),
        migrations.CreateModel(
            name="SubmissionFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        upload_to=plans.models.submissions.file.random_name, verbose_name="file"
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="size")),
                ("sha256", models.CharField(max_length=64)),
                ("media_type", models.CharField(blank=True, max_length=100, verbose_name="type of file")),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                ("removed_at", models.DateTimeField(editable=False, null=True, verbose_name="removed at")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="plans.submission",
                        verbose_name="submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a submission",
                "verbose_name_plural": "files of submissions",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SubmissionCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("attempt", models.PositiveSmallIntegerField(verbose_name="attempt")),
                (
                    "content",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="content"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("handed_in_on", models.DateField(verbose_name="handed in on")),
                (
                    "handed_in_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="handed in at"),
                ),
                ("days_late", models.PositiveSmallIntegerField(default=0, verbose_name="days late")),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed in by",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="plans.submission",
                        verbose_name="submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "copy of a submission",
                "verbose_name_plural": "copies of submissions",
                "ordering": ["submission", "attempt"],
                "constraints": [
                    models.UniqueConstraint(fields=("submission", "attempt"), name="submission_copy_once")
                ],
            },
        ),
        migrations.RunSQL(COPIES, "DROP TRIGGER submission_copy_append_only ON plans_submissioncopy;"),
    ]
