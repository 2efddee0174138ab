"""One cell as what it stands for: a number, a day, yes or no, a name of the list; or the words that say why not."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from tracker.excel.cells import bare
from tracker.figures import as_typed
from tracker.forms.fields import DATE_FORMATS

from .columns import NO, YES, Column
from .reading import FORMULA

LARGEST, MOST = Decimal(9999), 999
CENT, DUST = Decimal("0.01"), Decimal("0.000001")
YESES = {bare(each) for each in (YES, "x", "1", "yes", "v", "true", "đúng")}
TICKS = ("✓", "✔")
NOES = {bare(each) for each in (NO, "0", "no", "false", "sai")} | {""}


class Unreadable(Exception):
    """The cell cannot be taken; the message says why and how to mend it."""


def value_of(column: Column, text: str, names):
    """What the text of a cell of this column means. Raises Unreadable."""
    return READERS[column.kind](column, text, names)


def odd_words(kind: str) -> str:
    """What is wrong with a cell that Excel itself did not reckon out."""
    if kind == FORMULA:
        return _(
            "The cell holds a formula without a result. Open the file in Excel and save it, or type the value."
        )
    return _("Excel shows an error in this cell. Type the value itself.")


def _text(column, text, names) -> str:
    if len(text) > column.longest:
        raise Unreadable(_("At most %(most)s characters; shorten it.") % {"most": column.longest})
    return text


def _number(column, text, names) -> Decimal | None:
    if not text:
        return None
    try:
        number = Decimal(as_typed(text))
        rounded = number.quantize(CENT)
    except InvalidOperation:
        raise Unreadable(_("Write a number, for example 86,77.")) from None
    if not number.is_finite() or abs(number) > LARGEST:
        raise Unreadable(_("The number is too large. Look at the decimal comma."))
    if abs(number - rounded) > DUST:
        raise Unreadable(_("At most two decimals, as published."))
    return rounded


def _whole(column, text, names) -> int | None:
    number = _number(column, text, names)
    if number is None:
        return None
    if number != int(number) or abs(number) > MOST:
        raise Unreadable(_("Write a whole number."))
    return int(number)


def _day(column, text, names):
    for form in DATE_FORMATS if text else ():
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    if text:
        raise Unreadable(_("Write the date as day/month/year, for example 30/08/2022."))
    return None


def _yes(column, text, names) -> bool:
    if text in TICKS or bare(text) in YESES:
        return True
    if bare(text) not in NOES:
        raise Unreadable(_("Write “Có” or “Không”."))
    return False


def _name(column, text, names):
    """The thing of this name; a criterion is found later, because it needs its index."""
    if column.key not in names.choices or not text:
        return text or None
    found = names[column.key].found(text)
    if found:
        return found[0]
    closest = names[column.key].closest(text)
    if closest:
        raise Unreadable(_("Not in the list. Did you mean “%(name)s”?") % {"name": closest})
    raise Unreadable(_("Not in the list of this year. Choose one of the drop-down list."))


READERS = {"text": _text, "number": _number, "whole": _whole, "day": _day, "yes": _yes, "name": _name}
