"""Pages by key: the next page begins after the last row seen, and nobody counts the whole table."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tracker.errors import Invalid

MOST_COUNTED = 1000
UNSOUND = (ValueError, TypeError, ValidationError, RecursionError)


@dataclass(frozen=True)
class Page:
    """Some rows, and the keys with which the pages around them are asked for."""

    rows: list = field(default_factory=list)
    before: str = ""
    after: str = ""

    def __len__(self):
        return len(self.rows)


def page_of(queryset: QuerySet, query: Mapping, size: int, key: tuple[str, ...] = ("due_on", "pk")) -> Page:
    """The page the query asks for with `after` or `before`, in the order of the key; its last column is unique.

    Raises Invalid when the place asked for is not one of ours.
    """
    if query.get("before"):
        return _page_before(queryset, query["before"], size, key)
    after = query.get("after", "")
    rows = _after(queryset, key, after, "after") if after else queryset
    found = list(rows.order_by(*key)[: size + 1])
    shown = found[:size]
    return Page(
        shown,
        _place(shown[0], key) if after and shown else "",
        _place(shown[-1], key) if len(found) > size else "",
    )


def count_up_to(queryset: QuerySet, most: int = MOST_COUNTED) -> int:
    """How many rows there are, counting no further than one beyond the limit.

    The list's own order stays: its index lets the count end early.
    """
    return queryset.values("pk")[: most + 1].count()


def _page_before(queryset, before, size, key) -> Page:
    backwards = tuple(name[1:] if name.startswith("-") else f"-{name}" for name in key)
    rows = _after(queryset, backwards, before, "before").order_by(*backwards)
    found = list(rows[: size + 1])
    shown = found[:size][::-1]
    if not shown:
        return Page()
    return Page(shown, _place(shown[0], key) if len(found) > size else "", _place(shown[-1], key))


def _after(queryset, key, place: str, parameter: str) -> QuerySet:
    """The rows after a place that an earlier page has named."""
    try:
        values = json.loads(urlsafe_b64decode(place.encode() + b"=="))
        return queryset.filter(_beyond(list(zip(key, values, strict=True))))
    except UNSOUND:
        raise Invalid({parameter: _("This is not a page of the list. Go back to its beginning.")}) from None


def _beyond(place: list[tuple]) -> Q:
    """Rows after these values; the outer condition lets the database begin inside its index."""
    (column, value), *others = place
    name, direction = column.removeprefix("-"), "lt" if column.startswith("-") else "gt"
    further = Q(**{f"{name}__{direction}": value})
    return further if not others else Q(**{f"{name}__{direction}e": value}) & (further | _beyond(others))


def _place(row, key) -> str:
    values = [getattr(row, name.removeprefix("-")) for name in key]
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    return urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")
