"""A paper that somebody asked for: built by the worker, fetched within a day, then gone."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .paper_template import PaperKind


def random_name(job, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"papers/{secrets.token_hex(16)}"


class PaperJob(models.Model):
    """What was asked for, how far it is, and the finished file."""

    class Format(models.TextChoices):
        WORD = "docx", "Word"
        EXCEL = "xlsx", "Excel"
        PDF = "pdf", "PDF"

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        BUILDING = "building", _("Being written")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    kind = models.CharField(_("paper"), max_length=12, choices=PaperKind)
    format = models.CharField(_("format"), max_length=4, choices=Format)
    review = models.ForeignKey("tracker.Review", models.CASCADE, related_name="+", verbose_name=_("review"))
    submission = models.ForeignKey("plans.Submission", models.CASCADE, null=True, related_name="+")
    amendment = models.ForeignKey("plans.Amendment", models.CASCADE, null=True, related_name="+")
    version = models.ForeignKey("plans.PlanVersion", models.CASCADE, null=True, related_name="+")
    on = models.DateField(_("on"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING, editable=False)
    done = models.PositiveIntegerField(default=0, editable=False)
    total = models.PositiveIntegerField(default=0, editable=False)
    trouble = models.TextField(blank=True, editable=False)
    file = models.FileField(_("file"), upload_to=random_name, blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    asked_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked at"))
    beat_at = models.DateTimeField()
    ready_at = models.DateTimeField(_("ready at"), null=True)

    class Meta:
        verbose_name = _("paper asked for")
        verbose_name_plural = _("papers asked for")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "building", "ready", "failed")), name="paper_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(ready_at__isnull=False) & ~Q(sha256=""),
                name="paper_ready_has_a_file",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.get_format_display()})"
