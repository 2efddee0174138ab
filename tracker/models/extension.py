"""A request for more time: one at a time, decided by Home Affairs, the original date kept beside it."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .action import Action
from .tracked import Tracked, create


class ExtensionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The requests for actions the person may see."""
        return self.filter(action__in=Action.objects.visible_to(actor))

    def pending(self):
        return self.filter(state="pending")

    def ask(self, action, *, by, today: date, requested_due_on: date, reason: str):
        """Put the request before Home Affairs. Raises Invalid or Refused when the rules forbid it."""
        require(
            not action.extensions.pending().exists(),
            gettext("An earlier request is still waiting for a decision."),
        )
        approved = action.extensions.filter(state="approved").count()
        require(
            approved < settings.EXTENSIONS_PER_ACTION,
            gettext("This action has already been extended as often as allowed."),
        )
        _expect_later(action, requested_due_on, today)
        request = self.model(action=action, requested_due_on=requested_due_on, reason=reason, asked_by=by.user,
                             asked_on=today, is_after_due=today > action.due_on)  # fmt: skip
        return create(request, "asked", by=by, today=today, reason=reason, requested_due_on=requested_due_on)


class ExtensionRequest(Tracked):
    """Asks for a later date; Home Affairs grants it, perhaps a shorter one, or refuses."""

    class State(models.TextChoices):
        PENDING = "pending", _("Pending")
        APPROVED = "approved", _("Approved")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    action = models.ForeignKey(
        "tracker.Action", models.PROTECT, related_name="extensions", verbose_name=_("action")
    )
    requested_due_on = models.DateField(_("requested date"))
    reason = models.TextField(_("reason"))
    asked_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_on = models.DateField(_("asked on"))
    is_after_due = models.BooleanField(_("asked after the due date"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PENDING)
    granted_due_on = models.DateField(_("granted date"), null=True, blank=True)
    decided_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    remark = models.TextField(_("remark"), blank=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("extension request")
        verbose_name_plural = _("extension requests")
        ordering = ["asked_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"], condition=Q(state="pending"), name="extension_one_pending"
            ),
            models.CheckConstraint(
                condition=Q(state="approved") | Q(granted_due_on=None), name="extension_granted_when_approved"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("approved", "refused"))
                | Q(decided_on__isnull=False) & ~Q(decided_by=F("asked_by")),
                name="extension_decided_by_another",
            ),
        ]

    def __str__(self):
        return f"{self.action.ref} → {self.requested_due_on:%d/%m/%Y}"

    @property
    def days(self) -> int:
        """By how many days the deadline would move."""
        return (self.requested_due_on - self.action.due_on).days

    @property
    def is_short(self) -> bool:
        """Short enough to be granted together with others."""
        return self.days <= settings.EXTENSION_BULK_DAYS

    @transaction.atomic
    def approve(
        self,
        *,
        by,
        today: date,
        granted_due_on: date | None = None,
        remark: str = "",
        version: int | None = None,
    ) -> None:
        """Grant the date asked for, or a shorter one; the action's deadline moves with it."""
        self._expect_decision(by)
        granted = granted_due_on or self.requested_due_on
        if not self.action.due_on < granted <= self.requested_due_on:
            beyond = gettext("Grant a date after the present deadline and not beyond the one asked for.")
            raise Invalid({"granted_due_on": beyond})
        self._change("approved", by=by, today=today, version=version, reason=tidy(remark), state="approved",
                     granted_due_on=granted, decided_by_id=by.user.pk, decided_on=today,
                     remark=tidy(remark))  # fmt: skip
        self.action.extend(by=by, today=today, due_on=granted, reason=tidy(remark))

    def refuse(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """Keep the deadline, and say why."""
        self._expect_decision(by)
        if not tidy(reason):
            raise Invalid({"reason": gettext("Give the reason; it is shown to the people concerned.")})
        self._change("refused", by=by, today=today, version=version, reason=tidy(reason), state="refused",
                     decided_by_id=by.user.pk, decided_on=today, remark=tidy(reason))  # fmt: skip

    def withdraw(self, *, by, today: date, version: int | None = None) -> None:
        """The unit needs no more time after all."""
        self._expect_state("pending")
        require(rules.may_withdraw_extension(by, self), gettext("Only the lead unit withdraws its request."))
        self._change("withdrawn", by=by, today=today, version=version, state="withdrawn")

    def _expect_decision(self, by) -> None:
        self._expect_state("pending")
        require(
            rules.may_decide_extension(by, self),
            gettext("Only Home Affairs decides, and never on its own request."),
        )


def _expect_later(action, requested_due_on: date, today: date) -> None:
    furthest = action.due_on + timedelta(days=settings.EXTENSION_DAYS)
    if requested_due_on <= max(action.due_on, today):
        raise Invalid(
            {"requested_due_on": gettext("Ask for a date after the present deadline and after today.")}
        )
    if requested_due_on > furthest:
        raise Invalid({"requested_due_on": gettext("At most %(days)s days are granted at a time: until %(date)s.")
                       % {"days": settings.EXTENSION_DAYS, "date": f"{furthest:%d/%m/%Y}"}})  # fmt: skip
