"""What the July plan needs: its workbench, papers, amendments, counts and closed periods."""

import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import plans.models.papers.job
import plans.models.papers.template
import plans.models.planning.signed_file


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0006_row_notes"),
        ("tracker", "0008_reports_that_wait"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RollUpRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="on")),
                ("ran_at", models.DateTimeField(auto_now_add=True, verbose_name="ran at")),
                ("actions", models.PositiveIntegerField(default=0, verbose_name="actions")),
                ("drifted", models.PositiveIntegerField(default=0, verbose_name="drifted")),
                ("drift", models.JSONField(default=list, verbose_name="what had drifted")),
            ],
            options={
                "verbose_name": "count from scratch",
                "verbose_name_plural": "counts from scratch",
                "ordering": ["-pk"],
            },
        ),
        migrations.AddField(
            model_name="plan",
            name="is_public",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, verbose_name="public page"
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="signed_file",
            field=models.FileField(
                blank=True,
                editable=False,
                upload_to=plans.models.planning.signed_file.random_name,
                verbose_name="signed file",
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="signed_file_name",
            field=models.CharField(blank=True, db_default="", editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name="plan",
            name="signed_sha256",
            field=models.CharField(blank=True, db_default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="plan",
            name="texts",
            field=models.JSONField(
                blank=True, db_default={}, default=dict, editable=False, verbose_name="texts of the plan"
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="unmet",
            field=models.JSONField(
                blank=True, db_default=[], default=list, editable=False, verbose_name="checks not met"
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="unmet_reason",
            field=models.TextField(
                blank=True, db_default="", editable=False, verbose_name="why all the same"
            ),
        ),
        migrations.AddField(
            model_name="planitem",
            name="is_worded",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, verbose_name="worded on the workbench"
            ),
        ),
        migrations.AddField(
            model_name="planitem",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="version"),
        ),
        migrations.AddField(
            model_name="planitem",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="withdrawn on"),
        ),
        migrations.AddField(
            model_name="progresssnapshot",
            name="done_by_original",
            field=models.PositiveIntegerField(
                db_default=0, default=0, verbose_name="completed by the original date"
            ),
        ),
        migrations.AddField(
            model_name="progresssnapshot",
            name="extended",
            field=models.PositiveIntegerField(db_default=0, default=0, verbose_name="extended"),
        ),
        migrations.AddField(
            model_name="progresssnapshot",
            name="overdue_by_original",
            field=models.PositiveIntegerField(db_default=0, default=0, verbose_name="past the original date"),
        ),
        migrations.AddField(
            model_name="progresssnapshot",
            name="proof_expected",
            field=models.PositiveIntegerField(
                db_default=0, default=0, verbose_name="pieces of evidence expected"
            ),
        ),
        migrations.AddField(
            model_name="progresssnapshot",
            name="proof_given",
            field=models.PositiveIntegerField(
                db_default=0, default=0, verbose_name="pieces of evidence given"
            ),
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Being prepared"), ("issued", "Issued"), ("cancelled", "Given up")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("begun_on", models.DateField(verbose_name="begun on")),
                (
                    "number",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="number and symbol"
                    ),
                ),
                ("issued_on", models.DateField(editable=False, null=True, verbose_name="issued on")),
                (
                    "signer_name",
                    models.CharField(blank=True, editable=False, max_length=120, verbose_name="signer"),
                ),
                (
                    "signer_title",
                    models.CharField(
                        blank=True, editable=False, max_length=120, verbose_name="signer's title"
                    ),
                ),
                (
                    "signed_file",
                    models.FileField(
                        blank=True,
                        editable=False,
                        upload_to=plans.models.planning.signed_file.random_name,
                        verbose_name="signed file",
                    ),
                ),
                ("signed_file_name", models.CharField(blank=True, editable=False, max_length=200)),
                ("signed_sha256", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="plans.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "amendment",
                "verbose_name_plural": "amendments",
                "ordering": ["plan", "pk"],
            },
        ),
        migrations.AddField(
            model_name="planversion",
            name="amendment",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="made",
                to="plans.amendment",
                verbose_name="amendment",
            ),
        ),
        migrations.CreateModel(
            name="AmendmentChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("change", "changed"), ("add", "added"), ("withdraw", "withdrawn")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("after", models.JSONField(default=dict, verbose_name="after")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.action",
                        verbose_name="action",
                    ),
                ),
                (
                    "amendment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="plans.amendment",
                        verbose_name="amendment",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendment_changes",
                        to="plans.planitem",
                        verbose_name="line",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of an amendment",
                "verbose_name_plural": "changes of an amendment",
                "ordering": ["amendment", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ClosedPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="period")),
                ("until", models.DateField(verbose_name="until")),
                (
                    "content",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="content"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("closed_on", models.DateField(verbose_name="closed on")),
                (
                    "closed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="periods",
                        to="plans.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "closed period",
                "verbose_name_plural": "closed periods",
                "ordering": ["plan", "until"],
            },
        ),
        migrations.CreateModel(
            name="KeptApart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="on")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.action",
                        verbose_name="one",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_apart",
                        to="plans.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.action",
                        verbose_name="other",
                    ),
                ),
            ],
            options={
                "verbose_name": "pair kept apart",
                "verbose_name_plural": "pairs kept apart",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="LeftOut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("on", models.DateField(verbose_name="on")),
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="left_out",
                        to="tracker.action",
                        verbose_name="action",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="left_out",
                        to="plans.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "row left out of the plan",
                "verbose_name_plural": "rows left out of the plan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PaperJob",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "Remediation plan"),
                            ("sending", "Submission of the plan for issue"),
                            ("synthesis", "Summary of the units' submissions"),
                            ("submission", "Report of one unit"),
                            ("progress", "Report on the plan's progress"),
                            ("amendment", "Annex of an amendment"),
                            ("chase", "Chasing letter"),
                        ],
                        max_length=12,
                        verbose_name="paper",
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        choices=[("docx", "Word"), ("xlsx", "Excel"), ("pdf", "PDF")],
                        max_length=4,
                        verbose_name="format",
                    ),
                ),
                ("on", models.DateField(verbose_name="on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("building", "Being written"),
                            ("ready", "Ready"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0, editable=False)),
                ("total", models.PositiveIntegerField(default=0, editable=False)),
                ("trouble", models.TextField(blank=True, editable=False)),
                (
                    "file",
                    models.FileField(
                        blank=True, upload_to=plans.models.papers.job.random_name, verbose_name="file"
                    ),
                ),
                ("file_name", models.CharField(blank=True, max_length=200, verbose_name="file name")),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="size")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("asked_at", models.DateTimeField(verbose_name="asked at")),
                ("beat_at", models.DateTimeField()),
                ("ready_at", models.DateTimeField(null=True, verbose_name="ready at")),
                (
                    "amendment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="plans.amendment",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.review",
                        verbose_name="review",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="plans.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "paper asked for",
                "verbose_name_plural": "papers asked for",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="PaperTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "Remediation plan"),
                            ("sending", "Submission of the plan for issue"),
                            ("synthesis", "Summary of the units' submissions"),
                            ("submission", "Report of one unit"),
                            ("progress", "Report on the plan's progress"),
                            ("amendment", "Annex of an amendment"),
                            ("chase", "Chasing letter"),
                        ],
                        max_length=12,
                        verbose_name="paper",
                    ),
                ),
                (
                    "file",
                    models.FileField(upload_to=plans.models.papers.template.random_name, verbose_name="file"),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="size")),
                ("sha256", models.CharField(max_length=64)),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                ("retired_at", models.DateTimeField(editable=False, null=True, verbose_name="retired at")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "template of a paper",
                "verbose_name_plural": "templates of papers",
                "ordering": ["kind", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ProgressFact",
            fields=[
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="tracker.action",
                    ),
                ),
                ("index_key", models.CharField(max_length=50)),
                ("group_key", models.CharField(blank=True, max_length=50)),
                ("unit_key", models.CharField(max_length=50)),
                ("state", models.CharField(max_length=10)),
                ("due_on", models.DateField()),
                ("original_due_on", models.DateField()),
                ("reported_on", models.DateField(null=True)),
                ("proof_expected", models.PositiveSmallIntegerField(default=0)),
                ("proof_given", models.PositiveSmallIntegerField(default=0)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plans.planitem"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="plans.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "counted action",
                "verbose_name_plural": "counted actions",
            },
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")), fields=("plan",), name="amendment_one_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("open", "issued", "cancelled"))),
                name="amendment_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="amendment_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "issued"), _negated=True),
                    models.Q(
                        ("issued_on__isnull", False),
                        models.Q(("number", ""), _negated=True),
                        models.Q(("signer_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="amendment_issued_with_number_date_signer",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentchange",
            constraint=models.UniqueConstraint(
                fields=("amendment", "item"), name="amendment_changes_a_line_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentchange",
            constraint=models.UniqueConstraint(
                fields=("amendment", "action"), name="amendment_adds_an_action_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action__isnull", False), ("item", None), ("kind", "add")),
                    models.Q(("action", None), ("item__isnull", False), ("kind__in", ("change", "withdraw"))),
                    _connector="OR",
                ),
                name="amendment_change_of_a_line_or_an_action",
            ),
        ),
        migrations.AddConstraint(
            model_name="closedperiod",
            constraint=models.UniqueConstraint(fields=("plan", "until"), name="period_closed_once"),
        ),
        migrations.AddConstraint(
            model_name="keptapart",
            constraint=models.UniqueConstraint(fields=("plan", "first", "second"), name="kept_apart_once"),
        ),
        migrations.AddConstraint(
            model_name="keptapart",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="kept_apart_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="leftout",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="left_out_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="paperjob",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("waiting", "building", "ready", "failed"))),
                name="paper_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperjob",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "ready"), _negated=True),
                    models.Q(("ready_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                    _connector="OR",
                ),
                name="paper_ready_has_a_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="papertemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("retired_at", None)), fields=("kind",), name="template_one_in_use"
            ),
        ),
    ]
