"""Pages by key: the next page begins after the last row seen, and nobody counts the whole table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tracker.errors import Invalid

MOST_COUNTED = 1000


@dataclass(frozen=True)
class Page:
    """Some rows, and the keys with which the pages around them are asked for."""

    rows: list = field(default_factory=list)
    before: str = ""
    after: str = ""

    def __len__(self):
        return len(self.rows)


def page_of(queryset: QuerySet, query: Mapping, size: int, key: str = "due_on") -> Page:
    """The page the query asks for with `after` or `before`, in the order of the date column and the id.

    Raises Invalid when the key is not one of ours.
    """
    if query.get("before"):
        return _page_before(queryset, query["before"], size, key)
    after = query.get("after", "")
    rows = queryset.filter(_beyond(after, "after", key, "gt")) if after else queryset
    found = list(rows.order_by(key, "pk")[: size + 1])
    shown = found[:size]
    return Page(
        shown,
        _key(shown[0], key) if after and shown else "",
        _key(shown[-1], key) if len(found) > size else "",
    )


def count_up_to(queryset: QuerySet, most: int = MOST_COUNTED) -> int:
    """How many rows there are, counting no further than one beyond the limit.

    The list's own order stays: its index lets the count end early.
    """
    return queryset.values("pk")[: most + 1].count()


def _page_before(queryset, before, size, key) -> Page:
    rows = queryset.filter(_beyond(before, "before", key, "lt")).order_by(f"-{key}", "-pk")
    found = list(rows[: size + 1])
    shown = found[:size][::-1]
    if not shown:
        return Page()
    return Page(shown, _key(shown[0], key) if len(found) > size else "", _key(shown[-1], key))


def _key(row, key: str) -> str:
    return f"{getattr(row, key):%Y-%m-%d}_{row.pk}"


def _beyond(text: str, parameter: str, key: str, direction: str) -> Q:
    """Rows on one side of the key; the first condition lets the database use its index."""
    try:
        day, number = text.split("_")
        day, number = date.fromisoformat(day), int(number)
    except ValueError:
        raise Invalid({parameter: _("This is not a page of the list. Go back to its beginning.")}) from None
    return Q(**{f"{key}__{direction}e": day}) & (
        Q(**{f"{key}__{direction}": day}) | Q(**{key: day, f"pk__{direction}": number})
    )
