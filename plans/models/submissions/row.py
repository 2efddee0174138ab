"""The rows of a submission: one weakness each, and what Home Affairs decided on it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SubmissionRow(models.Model):
    """One weakness of a submission and what Home Affairs decided on it; accepted stays accepted."""

    class Decision(models.TextChoices):
        PENDING = "pending", _("to be decided")
        ACCEPTED = "accepted", _("accepted")
        RETURNED = "returned", _("returned")

    class Verdict(models.TextChoices):
        ACCEPT = "accept", _("accept")
        RETURN = "return", _("return")

    class Check(models.TextChoices):
        CAUSES = "causes", _("The causes are complete")
        RESPONSIBILITY = "responsibility", _("It is clear who is responsible")
        MEASURES = "measures", _("The measures are concrete")
        DEADLINE = "deadline", _("The deadline is reasonable")
        EVIDENCE = "evidence", _("The evidence can be measured")

    submission = models.ForeignKey(
        "plans.Submission", models.PROTECT, related_name="rows", verbose_name=_("submission")
    )
    weakness = models.OneToOneField(
        "tracker.Weakness", models.PROTECT, related_name="row", verbose_name=_("weakness")
    )
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, default=Decision.PENDING)
    remark = models.TextField(_("remark"), blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    verdict = models.CharField(
        _("what Home Affairs means to decide"), max_length=10, choices=Verdict, blank=True, db_default=""
    )
    draft_remark = models.TextField(_("remark not sent yet"), blank=True, db_default="")
    checks = models.JSONField(_("what holds"), default=list, blank=True, db_default=[])
    examined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("examined by")
    )
    examined_at = models.DateTimeField(_("examined at"), null=True)

    class Meta:
        verbose_name = _("row of a submission")
        verbose_name_plural = _("rows of submissions")
        ordering = ["weakness__ref"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision="returned") | ~Q(remark=""), name="row_returned_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(decision="pending") | Q(decided_on__isnull=False), name="row_decided_on_a_day"
            ),
        ]

    def __str__(self):
        return f"{self.weakness.ref}: {self.get_decision_display()}"

    @property
    def stamp(self) -> str:
        """When its notes were last written, as a form carries it: whoever saw others overwrites nothing."""
        return self.examined_at.isoformat() if self.examined_at else ""
