"""Pages of a log: newest first, the next page begins below the last row seen."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.paging import Page

MOST_DIGITS = 18


def newest_first(queryset: QuerySet, query: Mapping, size: int) -> Page:
    """The page asked for with `after`: rows with a smaller number. Raises Invalid when that is no number."""
    rows = queryset.order_by("-pk")
    if after := query.get("after", ""):
        rows = rows.filter(pk__lt=_number(after))
    shown, has_more = _cut(rows, size)
    return Page(shown, after=str(shown[-1].pk) if has_more else "")


def latest_day_first(queryset: QuerySet, query: Mapping, size: int) -> Page:
    """The same for mails of some days: in the order of the days, so that the database begins where they lie."""
    rows = queryset.order_by("-business_date", "-pk")
    if after := query.get("after", ""):
        day, number = _day_and_number(after)
        rows = rows.filter(
            Q(business_date__lt=day) | Q(business_date=day, pk__lt=number), business_date__lte=day
        )
    shown, has_more = _cut(rows, size)
    return Page(shown, after=f"{shown[-1].business_date}_{shown[-1].pk}" if has_more else "")


def _cut(rows: QuerySet, size: int) -> tuple[list, bool]:
    found = list(rows[: size + 1])
    return found[:size], len(found) > size


def _day_and_number(text: str) -> tuple[date, int]:
    day, _underscore, number = text.partition("_")
    try:
        return date.fromisoformat(day), _number(number)
    except ValueError:
        raise _nowhere() from None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise _nowhere()
    return int(text)


def _nowhere() -> Invalid:
    return Invalid({"after": _("This is not a page of the list. Go back to its beginning.")})
