"""What came of a try, and what it makes of the mail; written by the book."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.conf import settings

from notifications.models import DeliveryAttempt, Envelope

from .ladder import next_attempt
from .post import NotAccepted

Outcome, State, Reason = DeliveryAttempt.Outcome, Envelope.State, Envelope.Reason


@dataclass(frozen=True, kw_only=True)
class Result:
    """The outcome of one try, and the state it leaves the mail in."""

    envelope: Envelope
    outcome: str
    state: str
    at: datetime
    server_reply: str = ""
    reason: str = ""
    sent_at: datetime | None = None
    next_attempt_at: datetime | None = None
    setbacks: int = 0
    possible_duplicates: int = 0

    def as_values(self) -> dict:
        """For the statement that writes it down."""
        mail = self.envelope
        values = asdict(self) | {"server_reply": self.server_reply.replace("\0", "")[:500]}
        return values | {"done": mail.pk, "token": mail.lease_token, "tried_sha256": mail.content_sha256}


def sent(envelope: Envelope, reply: str, now: datetime) -> Result:
    """The mail server has taken it: what it told is told."""
    return Result(
        envelope=envelope,
        outcome=Outcome.SENT,
        state=State.SENT,
        at=now,
        server_reply=reply,
        sent_at=now,
    )


def not_accepted(envelope: Envelope, refusal: NotAccepted, now: datetime) -> Result:
    """Refused, delayed or broken: try again by the ladder, or give up with the reason."""
    outcome, uses_up = refusal.outcome, _is_about_this_mail(refusal)
    if outcome == Outcome.FAILED:
        return failed(envelope, Reason.REFUSED, refusal.reply, now)
    copies = int(outcome == Outcome.UNCERTAIN)
    if uses_up and envelope.setbacks + 1 >= settings.REMINDERS_SETBACKS_ALLOWED:
        given_up = failed(envelope, Reason.WORN_OUT, refusal.reply, now)
        return replace(given_up, outcome=outcome, possible_duplicates=copies)
    return Result(
        envelope=envelope, outcome=outcome, state=State.QUEUED, at=now, server_reply=refusal.reply,
        next_attempt_at=next_attempt(now, envelope.attempts), setbacks=int(uses_up), possible_duplicates=copies,
    )  # fmt: skip


def _is_about_this_mail(refusal: NotAccepted) -> bool:
    """Put off, or hung up upon after its text again and again; a server that is away or silent is no fault of it."""
    is_dropped = refusal.outcome == Outcome.UNCERTAIN and not refusal.ends_the_turn
    return refusal.outcome == Outcome.DELAYED or is_dropped


def failed(envelope: Envelope, reason: str, reply: str, now: datetime) -> Result:
    """Not to be tried again by itself; it stands on Home Affairs' screen with the reason."""
    return Result(
        envelope=envelope,
        outcome=Outcome.FAILED,
        state=State.FAILED,
        at=now,
        server_reply=reply,
        reason=reason,
    )
