"""Delivering: claim, re-check, write, send, finish, one e-mail after the other over one connection."""

import hashlib
import time
from collections import Counter
from contextlib import closing
from datetime import date, datetime

from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from notifications import mails
from notifications.models import DeliveryAttempt, Envelope
from tracker.models import Actor

from . import finish, message, recheck
from .claim import claim
from .post import NotAccepted, Post, post_of_this_site

SECONDS_A_TICK = 50
UNREACHABLE = DeliveryAttempt.Outcome.UNREACHABLE


def everything_queued(now: datetime, post: Post | None = None) -> Counter:
    """Send what is due until nothing is left, the mail server is gone, or the tick has worked long enough."""
    outcomes, end = Counter(), time.monotonic() + SECONDS_A_TICK
    with closing(post or post_of_this_site()) as post:
        while time.monotonic() < end and not outcomes[UNREACHABLE] and (envelope := claim(now)):
            outcomes[deliver(envelope, post, now)] += 1
    return outcomes


def deliver(envelope: Envelope, post: Post, now: datetime) -> str:
    """One e-mail from claim to finish; returns what came of it."""
    try:
        letter = _written(envelope, localdate(now))
    except DatabaseError:
        raise  # not this mail's fault; its lease runs out and it is taken up again
    except Exception as error:  # whatever one mail stumbles over, the others go on
        return finish.unwritable(envelope, error, now)
    if letter is None:
        return finish.empty(envelope)
    if not _keep(envelope, letter):
        return finish.overtaken(envelope, now)
    return _hand_in(envelope, post, message.payload(envelope, now, letter.about), now)


def _written(envelope: Envelope, today: date) -> mails.Letter | None:
    """The letter as it is true today, or None when nothing is left to tell."""
    with transaction.atomic():
        reader = Actor.of(envelope.recipient, today=today, channel="worker")
        items = recheck.still_to_tell(envelope, reader, today)
        return mails.write(envelope, items, reader, today) if items else None


def _keep(envelope: Envelope, letter: mails.Letter) -> int:
    """Store the exact content before it leaves, so that what was sent can always be shown."""
    words = {"subject_line": letter.subject, "text": letter.text, "html": letter.html}
    words["content_sha256"] = hashlib.sha256("\0".join(words.values()).encode()).hexdigest()
    for name, value in words.items():
        setattr(envelope, name, value)
    return Envelope.objects.filter(pk=envelope.pk, lease_token=envelope.lease_token).update(**words)


def _hand_in(envelope: Envelope, post: Post, payload: bytes, now: datetime) -> str:
    try:
        reply = post.send(message.sender()[1], envelope.address, payload)
    except NotAccepted as refusal:
        return finish.not_accepted(envelope, refusal, now)
    return finish.sent(envelope, reply, now)
