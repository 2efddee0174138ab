"""Preparing: a few mails are re-checked together and written, each as it is true today for its reader."""

import hashlib
import logging
from datetime import date

from django.db import DatabaseError, InterfaceError, OperationalError, transaction

from notifications import mails
from notifications.mails import Letter
from notifications.models import Envelope
from tracker.models import Actor

from . import recheck

log = logging.getLogger(__name__)
Prepared = list[tuple[Envelope, Letter | Exception | None]]


def letters(batch: list[Envelope], today: date) -> Prepared:
    """Each mail with its letter; with None when nothing is left to tell, with the error when it cannot be written.

    Whatever one mail stumbles over, the others go on. Raises when the database is away.
    """
    try:
        with transaction.atomic():
            return _together(batch, today)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        if len(batch) == 1:
            log.exception("e-mail %s could not be written", batch[0].pk)
            return [(batch[0], error)]
        return [pair for envelope in batch for pair in letters([envelope], today)]


def _together(batch: list[Envelope], today: date) -> Prepared:
    readers = Actor.of_all([mail.recipient for mail in batch], today=today, channel="worker")
    items = recheck.still_to_tell(batch, readers, today)
    return [(mail, _letter(mail, items[mail.pk], readers[mail.recipient_id], today)) for mail in batch]


def _letter(envelope: Envelope, items: list, reader: Actor, today: date) -> Letter | Exception | None:
    if not items:
        return None
    try:
        letter = mails.write(envelope, items, reader, today)
    except DatabaseError:
        raise
    except Exception as error:
        log.exception("e-mail %s could not be written", envelope.pk)
        return error
    _keep(envelope, letter)
    return letter


def _keep(envelope: Envelope, letter: Letter) -> None:
    """Give the envelope its exact content; it is stored before it leaves, so that it can always be shown."""
    words = (letter.subject, letter.text, letter.html, letter.calendar)
    envelope.subject_line, envelope.text, envelope.html, envelope.calendar = words
    envelope.thread = ".".join(map(str, letter.about)) if letter.about else ""
    envelope.is_optional = letter.is_optional
    envelope.content_sha256 = hashlib.sha256("\0".join(words).encode()).hexdigest()
