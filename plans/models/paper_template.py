"""The Word templates that Home Affairs has put in place of the built-in ones."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


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
