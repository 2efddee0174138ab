"""Delivering: take a few mails, prepare them together, send one after the other over one connection."""

import logging
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.timezone import localdate

from notifications import secrets_of_mails
from notifications.identity import sender
from notifications.mails import Letter
from notifications.models import Envelope

from . import book, finish, message, prepare
from .claim import AT_ONCE, give_back, lease, take
from .post import NotAccepted, Post, post_of_this_site

SECONDS_A_TICK = 50
SECONDS_A_LETTER_IS_TRUE = 5  # then it is prepared anew: what it tells may have changed
log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def everything_queued(
    clock: Clock, post: Post | None = None, call_for_help: Callable[[], None] | None = None
) -> Counter:
    """Send what is due until nothing is left, the mail server is gone, or the tick has worked long enough."""
    end = time.monotonic() + SECONDS_A_TICK
    with closing(post or post_of_this_site()) as post:
        at_work = Sender(post, clock)
        while time.monotonic() < end and not at_work.is_stopped and (batch := take(clock())):
            if call_for_help and len(batch) == AT_ONCE:
                call_for_help()
                call_for_help = None
            at_work.deliver(batch)
    return at_work.outcomes


class Sender:
    """One at work; it remembers what came of the last mail until the line that begins the next."""

    def __init__(self, post: Post, clock: Clock):
        self.post, self.clock = post, clock
        self.outcomes, self.last, self.is_stopped = Counter(), None, False

    def deliver(self, batch: list[Envelope]) -> None:
        """Send the batch as long as its letters are true and the mail server is there; give back the rest."""
        letters = prepare.letters(batch, localdate(self.clock()))
        stale = time.monotonic() + min(SECONDS_A_LETTER_IS_TRUE, lease().total_seconds() / 2)
        for place, (envelope, letter) in enumerate(letters):
            if self.is_stopped or (place and time.monotonic() > stale):
                break
            self._take_up(envelope, letter)
        self._close()
        give_back(batch[0].lease_token)

    def _take_up(self, envelope: Envelope, letter: Letter | Exception | None) -> None:
        if letter is None:
            self.outcomes[book.leave_out(envelope)] += 1
        elif isinstance(letter, Exception):
            self._write_off(envelope, finish.Reason.UNWRITABLE, repr(letter))
        elif not _is_address(envelope.address):
            self._write_off(envelope, finish.Reason.NO_ADDRESS, envelope.address)
        elif self._begin(envelope):
            self.last = self._hand_in(envelope)

    def _begin(self, envelope: Envelope) -> bool:
        last, self.last = self.last, None
        outcome, is_ours = book.turn(last, envelope, self.clock())
        if outcome:
            self.outcomes[outcome] += 1
        if not is_ours:
            self.outcomes[finish.Outcome.OVERTAKEN] += 1
        envelope.attempts += 1
        return is_ours

    def _hand_in(self, envelope: Envelope) -> finish.Result:
        now = self.clock()  # for the mail's date and for the book: the stored mail is the sent one
        try:
            payload = message.payload(secrets_of_mails.revealed(envelope), now)
            reply = self.post.send(sender()[1], envelope.address, payload)
        except NotAccepted as refusal:
            self.is_stopped = refusal.ends_the_turn
            return finish.not_accepted(envelope, refusal, now)
        except Exception as error:  # whatever one mail stumbles over, the others go on, over a new line
            log.exception("e-mail %s could not be handed in", envelope.pk)
            self.post.close()
            return finish.failed(envelope, finish.Reason.UNWRITABLE, repr(error), now)
        return finish.sent(envelope, reply, now)

    def _write_off(self, envelope: Envelope, reason: str, why: str) -> None:
        self._close()
        self.last = finish.failed(envelope, reason, why, self.clock())
        self._close()

    def _close(self) -> None:
        if self.last:
            last, self.last = self.last, None
            self.outcomes[book.close(last)] += 1


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return text.isascii()
