"""One line of time for an action: what was done, what was said, and the mails and letters that told of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from notifications.models import Chase, Envelope
from tracker import history

MOST_MAILS, MOST_LETTERS = 100, 30
SAID = {"answered", "asked", "dropped", "extension_asked", "followed_up", "progressed", "refused", "reopened",
        "reported", "returned", "verified"}  # fmt: skip
DISCUSSION, SYSTEM = "discussion", "system"


@dataclass(frozen=True)
class Moment:
    """One entry: a line of history, a mail, or a chasing letter."""

    on: date
    at: datetime
    kind: str
    thing: Any
    is_said: bool

    @property
    def template(self) -> str:
        return f"notifications/_moment_{self.kind}.html"

    @property
    def has_hour(self) -> bool:
        """What was written down on another day than it happened shows its day alone."""
        return localdate(self.at) == self.on


def of_action(actor, action, show: str) -> list[Moment]:
    """What the reader may see of it, latest first: all, only what people said, or only the rest."""
    moments = [*_events(actor, action), *_mails(actor, action), *_letters(actor, action)]
    if show in (DISCUSSION, SYSTEM):
        moments = [moment for moment in moments if moment.is_said == (show == DISCUSSION)]
    return sorted(moments, key=lambda moment: (moment.on, moment.at), reverse=True)


def _events(actor, action):
    for event in history.of_action(actor, action):
        said = bool(event.reason) and event.verb in SAID
        yield Moment(event.happened_on, event.recorded_at, "event", event, said)


def _mails(actor, action):
    mails = Envelope.objects.visible_to(actor).about(action)
    for mail in mails.select_related("recipient").defer("text", "html")[:MOST_MAILS]:
        at = mail.sent_at or mail.created_at
        yield Moment(localdate(at), at, "mail", mail, False)


def _letters(actor, action):
    letters = Chase.objects.visible_to(actor).filter(actions=action).select_related("chased_by")
    for letter in letters[:MOST_LETTERS]:
        yield Moment(letter.chased_on, letter.chased_at, "letter", letter, True)
