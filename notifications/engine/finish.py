"""What came of a try, and what it makes of the mail; written by the book."""

from dataclasses import asdict, dataclass
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
    outcome, is_delay = refusal.outcome, refusal.outcome == Outcome.DELAYED
    if outcome == Outcome.FAILED:
        return failed(envelope, Reason.REFUSED, refusal.reply, now)
    if is_delay and envelope.setbacks + 1 >= settings.REMINDERS_SETBACKS_ALLOWED:
        return failed(envelope, Reason.WORN_OUT, refusal.reply, now, outcome=outcome)
    return Result(
        envelope=envelope, outcome=outcome, state=State.QUEUED, at=now, server_reply=refusal.reply,
        next_attempt_at=next_attempt(now, envelope.attempts), setbacks=int(is_delay),
        possible_duplicates=int(outcome == Outcome.UNCERTAIN),
    )  # fmt: skip


def failed(
    envelope: Envelope, reason: str, reply: str, now: datetime, outcome: str = Outcome.FAILED
) -> Result:
    """Not to be tried again by itself; it stands on Home Affairs' screen with the reason."""
    return Result(
        envelope=envelope, outcome=outcome, state=State.FAILED, at=now, server_reply=reply, reason=reason
    )
