"""Dates and distances as the reader of a mail says them."""

from datetime import date

from django.utils import formats
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tracker.templatetags.page import day

__all__ = ["day", "distance", "short_day", "waiting"]


def short_day(value: date) -> str:
    """22/06 in Vietnamese, 22 June in English: for subjects."""
    return formats.date_format(value, "j F" if get_language() == "en" else "d/m")


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
    return ngettext("Waiting for %d day", "Waiting for %d days", days) % days
