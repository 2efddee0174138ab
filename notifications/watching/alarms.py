"""What is so wrong with the mails that it stands on every page of those who see to them, in one sentence."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .signs import Signs


@dataclass(frozen=True)
class Alarm:
    """The sentence, and the page on which something can be done about it."""

    words: str
    page: str = "mail-log"


def most_pressing(signs: Signs) -> Alarm | None:
    """One alarm at a time: what stops the most comes first."""
    return next(filter(None, (check(signs) for check in (held, stopped, unplanned, late, disagreeing))), None)


def held(signs: Signs) -> Alarm | None:
    if signs.held_since:
        words = _("Sending has been held since %(at)s: no mail leaves.") % {"at": minute(signs.held_since)}
        return Alarm(words, "hold")
    return None


def stopped(signs: Signs) -> Alarm | None:
    if not signs.has_stopped:
        return None
    if not signs.turned_at:
        return Alarm(_("The reminder engine has never run: nobody is reminded."))
    return Alarm(
        _("The reminder engine has not run since %(at)s: nobody is reminded.")
        % {"at": minute(signs.turned_at[0])}
    )


def unplanned(signs: Signs) -> Alarm | None:
    if not signs.unplanned:
        return None
    return Alarm(_("The reminders of %(day)s were not planned.") % {"day": f"{signs.unplanned[-1]:%d/%m/%Y}"})


def late(signs: Signs) -> Alarm | None:
    if not signs.is_late:
        return None
    return Alarm(_("The oldest mail has been waiting since %(at)s.") % {"at": minute(signs.oldest_due)})


def disagreeing(signs: Signs) -> Alarm | None:
    """The comparison found something owed that is not in the books, or the reverse."""
    if not signs.disagreements:
        return None
    words = ngettext(
        "The books of the reminders disagree with the history in %(count)s place.",
        "The books of the reminders disagree with the history in %(count)s places.",
        signs.disagreements,
    )
    return Alarm(words % {"count": signs.disagreements}, "status")


def minute(at: datetime) -> str:
    """To the minute, in the province's time."""
    return f"{localtime(at):%H:%M %d/%m/%Y}"
