"""A mail to oneself, sent at once, to see whether the mail server takes it. It stands in the log like any other.

1. It is written down as being sent, under a lease: from then on a second click finds it there.
2. It is handed in outside of any transaction, because a mail server may take its time.
3. The answer is written down by the book, word for word.
"""

import hashlib
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from notifications import rules
from notifications.engine import book, claim, finish, message
from notifications.engine.post import NotAccepted, post_of_this_site
from notifications.models import Envelope
from notifications.models.envelope import TEST
from notifications.models.envelope_verbs import NOT_YOURS
from tracker.errors import require
from tracker.models import User

REST = timedelta(minutes=1)
FOLDER = "notifications/emails/trial"


@transaction.atomic
def begin(*, by, now: datetime) -> Envelope:
    """The mail to whoever asks, written down. Raises Refused within a minute of the last one."""
    require(rules.keeps_the_mail(by), NOT_YOURS)
    person = User.objects.select_for_update(no_key=True).get(pk=by.user.pk)
    lately = Envelope.objects.filter(recipient=person, kind=TEST, created_at__gt=now - REST)
    require(
        not lately.exists(),
        _("You sent yourself a test mail less than a minute ago. Look at its answer first."),
    )
    return _written(person, now)


def hand_in(envelope: Envelope, now: datetime) -> str:
    """Give it to the mail server and keep the answer; returns the outcome."""
    with closing(post_of_this_site()) as post:
        try:
            reply = post.send(message.sender()[1], envelope.address, message.payload(envelope, now))
        except NotAccepted as refusal:
            reason, outcome = Envelope.Reason.REFUSED, refusal.outcome
            given_up = finish.failed(envelope, reason, refusal.reply, now)
            return book.close(replace(given_up, outcome=outcome))
        except UnicodeError as error:  # a host or an address that cannot even be spelled on the wire
            return book.close(finish.failed(envelope, Envelope.Reason.NO_ADDRESS, str(error), now))
    return book.close(finish.sent(envelope, reply, now))


def _written(person: User, now: datetime) -> Envelope:
    words = _words(person, now)
    return Envelope.objects.create(
        recipient=person, address=person.email, kind=TEST, business_date=localdate(now), state="sending", attempts=1,
        created_at=now, not_before=now, next_attempt_at=now, not_after=now + claim.lease(),
        lease_token=uuid4(), lease_until=now + claim.lease(), message_id=f"<{uuid4().hex}@{message.host()}>",
        content_sha256=hashlib.sha256("\0".join(words.values()).encode()).hexdigest(), **words,
    )  # fmt: skip


def _words(person: User, now: datetime) -> dict[str, str]:
    parts = {"subject_line": "subject.txt", "text": "body.txt", "html": "body.html"}
    context = {"reader": person, "at": now, "site": settings.SITE_URL}
    with translation.override(person.language):
        return {name: render_to_string(f"{FOLDER}/{part}", context).strip() for name, part in parts.items()}
