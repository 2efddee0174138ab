"""Dates, distances and reasons as the reader of a mail says them, and lines that fit a text mail."""

from datetime import date

from django.utils import formats
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from tracker.templatetags.page import day

__all__ = ["day", "distance", "indented", "reason_for", "short_day", "underlined", "waiting"]

WIDTH = 76
REASONS = {
    "owner": gettext_lazy("You receive this because the work above is yours, or you stand in for its owner."),
    "official": gettext_lazy("You receive this as an official of the unit."),
    "unit_head": gettext_lazy("You receive this as head of the unit."),
    "leadership": gettext_lazy("You receive this once a week as leadership of the province."),
    "home_affairs": gettext_lazy("You receive this because Home Affairs watches over the work above."),
    "former_owner": gettext_lazy("You receive this because the work was yours until now."),
    "second_contact": gettext_lazy("You receive this as the other contact of the unit."),
    "asker": gettext_lazy("You receive this because you asked, or stand in for whoever asked."),
    "person": gettext_lazy("You receive this because it is about your own account."),
    "watcher": gettext_lazy("You receive this because you watch the work above."),
    "starter": gettext_lazy("You receive this because you started this and were not on its page at the end."),
}


def reason_for(audience: str) -> str:
    """Why this person gets the mail."""
    return str(REASONS[audience])


def short_day(value: date) -> str:
    """22/06 in Vietnamese, 22 June in English: for subjects."""
    return formats.date_format(value, "j F") if get_language() == "en" else f"{value:%d/%m}"


def distance(due_on: date, today: date) -> str:
    """How far the deadline is, in the words of the status tags."""
    left = (due_on - today).days
    if left < 0:
        return ngettext("%d day overdue", "%d days overdue", -left) % -left
    if left == 0:
        return _("Due today")
    return ngettext("%d day left", "%d days left", left) % left


def waiting(since: date, today: date) -> str:
    days = (today - since).days
    return ngettext("Waiting for %d day", "Waiting for %d days", days) % days if days else _("New today")


def indented(text: str, spaces: int = 0) -> str:
    """The text in lines of a text mail, each beginning with so many spaces; addresses stay whole."""
    margin, line, lines = " " * spaces, "", []
    for word in text.split():
        if line and spaces + len(line) + 1 + len(word) > WIDTH:
            lines.append(margin + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, margin + line] if line else lines)


def underlined(text: str) -> str:
    """A heading of a text mail, kept apart by a line below it."""
    return f"{text}\n{'-' * min(len(text), WIDTH)}"
