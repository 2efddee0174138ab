"""The rows of a submission: one weakness each, and what Home Affairs decided on it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SubmissionRow(models.Model):
    """One weakness of a submission and what Home Affairs decided on it; accepted stays accepted."""

    class Decision(models.TextChoices):
        PENDING = "pending", _("to be decided")
        ACCEPTED = "accepted", _("accepted")
        RETURNED = "returned", _("returned")

    submission = models.ForeignKey(
        "plans.Submission", models.PROTECT, related_name="rows", verbose_name=_("submission")
    )
    weakness = models.OneToOneField(
        "tracker.Weakness", models.PROTECT, related_name="row", verbose_name=_("weakness")
    )
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, default=Decision.PENDING)
    remark = models.TextField(_("remark"), blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)

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
