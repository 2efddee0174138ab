"""The Word templates that Home Affairs has put in place of the built-in ones."""

import secrets
from datetime import datetime

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans import papers
from plans.models.aside import hold_name
from plans.papers.word_templates.template_package import fault_of_upload
from tracker import rules
from tracker.errors import Invalid, require
from tracker.files import examine
from tracker.models.evidence_verbs import sha256_of


class PaperKind(models.TextChoices):
    """The official papers of this room; the chasing letter belongs to the post."""

    PLAN = "plan", _("Remediation plan")
    SENDING = "sending", _("Submission of the plan for issue")
    SYNTHESIS = "synthesis", _("Summary of the units' submissions")
    SUBMISSION = "submission", _("Report of one unit")
    PROGRESS = "progress", _("Report on the plan's progress")
    AMENDMENT = "amendment", _("Annex of an amendment")
    CHASE = "chase", _("Chasing letter")


def random_name(template, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"templates/{secrets.token_hex(16)}"


class PaperTemplate(models.Model):
    """One uploaded template; the one that is not retired is used, without one the built-in."""

    kind = models.CharField(_("paper"), max_length=12, choices=PaperKind)
    file = models.FileField(_("file"), upload_to=random_name)
    file_name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"))
    retired_at = models.DateTimeField(_("retired at"), null=True, editable=False)

    class Meta:
        verbose_name = _("template of a paper")
        verbose_name_plural = _("templates of papers")
        ordering = ["kind", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind"], condition=Q(retired_at=None), name="template_one_in_use")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.file_name}"

    @classmethod
    def in_use(cls, kind: str) -> "PaperTemplate | None":
        """The uploaded template with which papers of this kind are written; None means the built-in one."""
        return cls.objects.filter(kind=kind, retired_at=None).first()

    @classmethod
    @transaction.atomic
    def replace(cls, kind: str, file, *, by, now: datetime) -> "PaperTemplate":
        """Write papers of this kind with this file from now on.

        Raises Invalid({"file": …}) that says what is wrong, where, and how to mend it; then the old one stays.
        """
        require(rules.may_keep_templates(by), gettext("Only Home Affairs keeps the templates."))
        if fault := fault_of_upload(file):
            raise Invalid({"file": fault})
        sound = examine(file)
        if fault := papers.template_fault(kind, file):
            raise Invalid({"file": fault})
        hold_name(f"{cls._meta.db_table} {kind}")
        cls._retire(kind, now)
        return cls.objects.create(kind=kind, file=file, file_name=sound.name, size=file.size,
                                  sha256=sha256_of(file), uploaded_by=by.user, uploaded_at=now)  # fmt: skip

    @classmethod
    @transaction.atomic
    def restore(cls, kind: str, *, by, now: datetime) -> None:
        """Write papers of this kind with the built-in template again; the uploaded one is kept aside."""
        require(rules.may_keep_templates(by), gettext("Only Home Affairs keeps the templates."))
        hold_name(f"{cls._meta.db_table} {kind}")
        require(cls._retire(kind, now), gettext("The built-in template is in use already."))

    @classmethod
    def _retire(cls, kind: str, now: datetime) -> int:
        return cls.objects.filter(kind=kind, retired_at=None).update(retired_at=now)
