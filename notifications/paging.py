"""Pages of a log: newest first, the next page begins below the last row seen."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.paging import Page

MOST_DIGITS = 18


def newest_first(queryset: QuerySet, query: Mapping, size: int) -> Page:
    """The page asked for with `after`: rows with a smaller number. Raises Invalid when that is no number."""
    rows = queryset.order_by("-pk")
    if after := query.get("after", ""):
        rows = rows.filter(pk__lt=_number(after))
    found = list(rows[: size + 1])
    shown = found[:size]
    return Page(shown, after=str(shown[-1].pk) if len(found) > size else "")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise Invalid({"after": _("This is not a page of the list. Go back to its beginning.")})
    return int(text)
