"""Finishing: what came of a try is written where id and token still match; nothing else is touched."""

import logging
from datetime import datetime

from django.conf import settings
from django.db import transaction

from notifications.models import DeliveryAttempt, Envelope

from .ladder import next_attempt
from .post import NotAccepted

Outcome, State, Reason = DeliveryAttempt.Outcome, Envelope.State, Envelope.Reason
log = logging.getLogger(__name__)


def sent(envelope: Envelope, reply: str, now: datetime) -> str:
    """The mail server has taken it: what it told is told."""
    return _finish(envelope, Outcome.SENT, reply, now, state=State.SENT, sent_at=now)


def not_accepted(envelope: Envelope, refusal: NotAccepted, now: datetime) -> str:
    """Refused, delayed or broken: try again by the ladder, or give up with the reason."""
    outcome = refusal.outcome
    if outcome == Outcome.FAILED:
        return _finish(envelope, outcome, refusal.reply, now, state=State.FAILED, reason=Reason.REFUSED)
    if outcome == Outcome.DELAYED and envelope.setbacks + 1 >= settings.REMINDERS_SETBACKS_ALLOWED:
        return _finish(envelope, outcome, refusal.reply, now, state=State.FAILED, reason=Reason.WORN_OUT)
    return _finish(envelope, outcome, refusal.reply, now, **_again(envelope, outcome, now))


def unwritable(envelope: Envelope, error: Exception, now: datetime) -> str:
    """Its text could not be written: a fault of ours, shown on the screen; the other mails go on."""
    log.error("e-mail %s could not be written", envelope.pk, exc_info=error)
    return _finish(envelope, Outcome.FAILED, repr(error), now, state=State.FAILED, reason=Reason.UNWRITABLE)


def empty(envelope: Envelope) -> str:
    """Nothing is left to tell: no mail, and no attempt."""
    _let_go(envelope, state=State.SUPPRESSED, reason=Reason.EMPTY)
    return State.SUPPRESSED


def overtaken(envelope: Envelope, now: datetime) -> str:
    """The lease ran out and another sender has it: nothing is sent here."""
    return _finish(envelope, Outcome.OVERTAKEN, "", now)


def _again(envelope: Envelope, outcome: str, now: datetime) -> dict:
    return {
        "state": State.QUEUED,
        "next_attempt_at": next_attempt(now, envelope.attempts),
        "setbacks": envelope.setbacks + (outcome == Outcome.DELAYED),
        "possible_duplicates": envelope.possible_duplicates + (outcome == Outcome.UNCERTAIN),
    }


@transaction.atomic
def _finish(envelope: Envelope, outcome: str, reply: str, now: datetime, **fields) -> str:
    if not fields or not _let_go(envelope, server_reply=reply[:500], **fields):
        outcome = Outcome.OVERTAKEN
    if outcome == Outcome.SENT:
        envelope.obligations.filter(state="bound").update(state="done")
    DeliveryAttempt.objects.create(
        envelope=envelope,
        at=now,
        outcome=outcome,
        server_reply=reply[:500],
        content_sha256=envelope.content_sha256,
    )
    return outcome


def _let_go(envelope: Envelope, **fields) -> int:
    mine = Envelope.objects.filter(pk=envelope.pk, lease_token=envelope.lease_token)
    return mine.update(lease_token=None, lease_until=None, **fields)
