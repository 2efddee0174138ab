"""What a person does about a mail that did not get through, or has not left yet."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications import rules
from tracker.errors import Invalid, Refused, require
from tracker.models import Event
from tracker.vietnamese import tidy

LEAST_TIME_LEFT = timedelta(days=2)
MOST_AT_ONCE = 500
NOT_YOURS = gettext_lazy("Only Home Affairs and administrators see to the mails.")
WHY_NOT = {
    "queued": gettext_lazy("This mail is waiting to be sent; it needs no second order."),
    "held": gettext_lazy("This mail is held; it leaves when sending is released."),
    "sending": gettext_lazy("This mail is being sent at this moment. Look at it again in a few minutes."),
    "sent": gettext_lazy("The mail server has accepted this mail already."),
    "failed": gettext_lazy("This mail could not be sent."),
    "suppressed": gettext_lazy("This mail was put aside for good; what it told may stand in a later one."),
}


class EnvelopeVerbs:
    """Send again what failed, discard what shall not leave; each leaves a line of history."""

    @transaction.atomic
    def send_again(self, *, by, now: datetime) -> None:
        """Queue a failed mail once more, to the recipient's present address.

        No server ever accepted it, so it keeps its Message-ID. It is owed anew from now on.
        """
        require(rules.keeps_the_mail(by), NOT_YOURS)
        require(not self.is_test, _("A test mail is not repeated; send another one."))
        require(self.recipient.is_active, _("The account of the recipient is disabled."))
        address, not_after = self.recipient.email, max(self.not_after, now + LEAST_TIME_LEFT)
        self._lock_in(("failed",))
        self._move("resent", by=by, today=localdate(now), state="queued", reason="", address=address, setbacks=0,
                   not_before=now, next_attempt_at=now, not_after=not_after)  # fmt: skip

    @transaction.atomic
    def discard(self, *, by, today: date, reason: str) -> None:
        """It shall not leave, and what it was to tell is not told. Raises Invalid without a reason."""
        require(rules.keeps_the_mail(by), NOT_YOURS)
        said = because(reason)
        self._lock_in(rules.DISCARDABLE)
        self._move("discarded", by=by, today=today, said=said, state="suppressed", reason="discarded")
        self.obligations.filter(state="bound").update(state="suppressed", reason="discarded")

    def _lock_in(self, states: tuple[str, ...]) -> None:
        """Hold the row, as it is now; raises Refused with the state's own words unless it is in one of these."""
        mine = (
            type(self).objects.select_for_update(no_key=True).values_list("state", "address").get(pk=self.pk)
        )
        self.state, self.address = mine
        if self.state not in states:
            raise Refused(str(WHY_NOT[self.state]))

    def _move(self, verb: str, *, by, today: date, said: str = "", **fields) -> None:
        """Write these fields and take the mail out of the hands of whoever prepares it, and say so in its history."""
        told = {name: fields[name] for name in ("state", "address") if name in fields}
        before = {name: getattr(self, name) for name in told}
        fields |= {"lease_token": None, "lease_until": None}
        type(self).objects.filter(pk=self.pk).update(**fields)
        for name, value in fields.items():
            setattr(self, name, value)
        Event.record(self, verb, by=by, today=today, reason=said, before=before, after=told)


class ManyEnvelopesVerbs:
    """The same for many mails at once."""

    def to_send_again(self):
        """Those that failed and whose recipient may still be written to, the oldest first."""
        failed = self.filter(state="failed", recipient__is_active=True).exclude(kind="test")
        return failed.order_by("pk")

    @transaction.atomic
    def send_again(self, *, by, now: datetime) -> int:
        """Queue each failed one of these anew, at most 500 at a time; returns how many."""
        locked = self.to_send_again().select_related("recipient").select_for_update(of=("self",), no_key=True)
        mails = list(locked.defer("text", "html", "calendar")[:MOST_AT_ONCE])
        for mail in mails:
            mail.send_again(by=by, now=now)
        return len(mails)


def because(reason: str) -> str:
    """The reason, tidied; raises Invalid when there is none."""
    said = tidy(reason)
    if not said:
        raise Invalid({"reason": _("Say why; it is kept in the history.")})
    return said
