"""Figures in words and signs: the decimal comma of the reader's language, a change with its sign, places of a rank."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.vietnamese import tidy

MINUSES = str.maketrans("−–‒", "---")


def figure(number) -> str:
    """86,77 in Vietnamese, 86.77 in English; whole numbers without a tail."""
    shown = number.quantize(Decimal("0.01")) if isinstance(number, Decimal) else number
    whole = isinstance(shown, Decimal) and shown == shown.to_integral_value()
    return number_format(int(shown) if whole else shown)


def signed(number) -> str:
    """With its sign, so that a change is never taken for a value; the minus is a real one."""
    return f"{'−' if number < 0 else '+' if number else ''}{figure(abs(number))}"


def places(change: int) -> str:
    """A change of rank in words: with a sign nobody knows whether a smaller rank is meant or a better one."""
    if not change:
        return _("unchanged")
    up = ngettext("up %(places)s place", "up %(places)s places", change)
    down = ngettext("down %(places)s place", "down %(places)s places", -change)
    return (up if change > 0 else down) % {"places": abs(change)}


def as_typed(text: str) -> str:
    """A number as people type it, as programs read it: the comma becomes a point, every dash a minus."""
    return tidy(text).translate(MINUSES).replace(",", ".").removeprefix("+").strip()
