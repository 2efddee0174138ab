"""The books compared: what the history says must have been owed, against what the ledger holds."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Reconciliation(models.Model):
    """One comparison, of the business dates from the first to the last."""

    at = models.DateTimeField(_("at"), db_default=Now(), editable=False)
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("to"))
    expected = models.PositiveIntegerField(_("expected"))
    missing = models.PositiveIntegerField(_("missing"))
    surplus = models.PositiveIntegerField(_("surplus"))

    class Meta:
        verbose_name = _("reconciliation")
        verbose_name_plural = _("reconciliations")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.first_day:%d/%m/%Y} – {self.last_day:%d/%m/%Y}"


class DiscrepancyQuerySet(models.QuerySet):
    def current(self):
        """What stands unsettled now; any is an alarm."""
        return self.filter(settled_at=None)


class Discrepancy(models.Model):
    """Something owed that nobody wrote down, or written down that nobody owes; open until it is settled."""

    class Kind(models.TextChoices):
        MISSING = "missing", _("missing")
        SURPLUS = "surplus", _("surplus")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    subject_type = models.CharField(_("kind of thing"), max_length=20)
    subject_id = models.BigIntegerField(_("thing"))
    subject_ref = models.CharField(_("about"), max_length=60, blank=True)
    recipient = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="+", verbose_name=_("recipient")
    )
    rule = models.ForeignKey(
        "notifications.ReminderRule", models.PROTECT, related_name="+", verbose_name=_("rule")
    )
    due_on = models.DateField(_("counted from"))
    occurrence = models.IntegerField(_("offset, or number of the event"))
    found_at = models.DateTimeField(_("found at"), db_default=Now(), editable=False)
    settled_at = models.DateTimeField(_("settled at"), null=True)

    objects = DiscrepancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("discrepancy")
        verbose_name_plural = _("discrepancies")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_type", "subject_id", "recipient", "rule", "due_on", "occurrence"],
                condition=Q(settled_at=None),
                name="discrepancy_once",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.subject_ref}"
