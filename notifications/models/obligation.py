"""What is owed: this person must be told of this thing under this rule for this date."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .rule import ReminderRule


class Obligation(models.Model):
    """Written once by the planner or the listener; its key makes planning safe to repeat."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        BOUND = "bound", _("In an e-mail")
        DONE = "done", _("Told")
        SUPPRESSED = "suppressed", _("Suppressed")
        CANCELLED = "cancelled", _("Cancelled")

    class Reason(models.TextChoices):
        SUPERSEDED = "superseded", _("a later reminder takes its place")
        CLOSED = "closed", _("no longer to be done")
        RESCHEDULED = "rescheduled", _("the deadline was moved")
        REASSIGNED = "reassigned", _("somebody else answers for it now")
        INACTIVE = "inactive", _("the account is disabled")
        HIDDEN = "hidden", _("the person may not see it")
        DECLINED = "declined", _("the person does not want these mails")
        DISCARDED = "discarded", _("discarded by hand")
        EXPIRED = "expired", _("too old to be of use")
        SEEN = "seen", _("seen in the product meanwhile")

    subject_type = models.CharField(_("kind of thing"), max_length=20)
    subject_id = models.BigIntegerField(_("thing"))
    subject_ref = models.CharField(_("about"), max_length=60, blank=True)
    recipient = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="obligations", verbose_name=_("recipient")
    )
    audience = models.CharField(_("told as"), max_length=20, choices=ReminderRule.Audience)
    rule = models.ForeignKey(ReminderRule, models.PROTECT, related_name="obligations", verbose_name=_("rule"))
    event = models.ForeignKey(
        "tracker.Event", models.PROTECT, null=True, related_name="+", verbose_name=_("event")
    )
    due_on = models.DateField(_("counted from"))
    occurrence = models.IntegerField(_("offset, or number of the event"))
    fire_on = models.DateField(_("owed from"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    envelope = models.ForeignKey(
        "notifications.Envelope",
        models.PROTECT,
        null=True,
        related_name="obligations",
        verbose_name=_("e-mail"),
    )
    written_at = models.DateTimeField(_("written down at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("obligation")
        verbose_name_plural = _("obligations")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["recipient", "fire_on"], name="obligation_planned", condition=Q(state="planned")
            ),
            models.Index(
                fields=["fire_on"], name="obligation_pending", condition=Q(state__in=("planned", "bound"))
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "recipient", "rule", "due_on", "occurrence"],
                name="obligation_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("planned", "bound", "done"), reason="")
                | Q(state__in=("suppressed", "cancelled")) & ~Q(reason=""),
                name="obligation_ends_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", envelope=None)
                | Q(state__in=("bound", "done"), envelope__isnull=False)
                | Q(state__in=("suppressed", "cancelled")),
                name="obligation_bound_to_an_envelope",
            ),
        ]

    def __str__(self):
        return f"{self.subject_ref} {self.rule} {self.due_on:%d/%m/%Y} {self.occurrence:+d}"
