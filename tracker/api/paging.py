"""Pages by key: the next page begins after the last row seen; nothing is counted, nothing is skipped over."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

import orjson
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tracker.errors import Invalid

USUAL_SIZE, LARGEST_SIZE = 25, 100
PAGING = {
    "size": "Rows a page, 1 to 100; 25 unless told.",
    "cursor": "The next_cursor of the page before.",
}


def page_of(queryset: QuerySet, query, key: tuple[str, ...]) -> tuple[list, str | None]:
    """The rows after the query's cursor in the order of the key, and the cursor of the next page.

    The key's last column is unique. Raises Invalid when size or cursor are not sound.
    """
    size = _size(query.get("size", str(USUAL_SIZE)))
    if "cursor" in query:
        queryset = queryset.filter(_after(key, _opened(query["cursor"], queryset.model, key)))
    rows = list(queryset.order_by(*key)[: size + 1])
    return rows[:size], _cursor(rows[size - 1], key) if len(rows) > size else None


def _size(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text, re.ASCII) or not 1 <= int(text) <= LARGEST_SIZE:
        raise Invalid({"size": _("Give a whole number from 1 to %(most)s.") % {"most": LARGEST_SIZE}})
    return int(text)


def _after(key, values) -> Q:
    """Rows beyond these values; the outer condition lets the database begin inside its index."""
    (first, *others), (value, *rest) = key, values
    if not others:
        return Q(**{f"{first}__gt": value})
    return Q(**{f"{first}__gte": value}) & (Q(**{f"{first}__gt": value}) | _after(others, rest))


def _cursor(row, key) -> str:
    values = [getattr(row, "id" if name == "pk" else name) for name in key]
    return urlsafe_b64encode(orjson.dumps(values)).decode().rstrip("=")


def _opened(cursor: str, model, key) -> list:
    """The values in the cursor, each of its column's kind."""
    try:
        values = orjson.loads(urlsafe_b64decode(cursor.encode() + b"=="))
        columns = [model._meta.pk if name == "pk" else model._meta.get_field(name) for name in key]
        return [_typed(column, value) for column, value in zip(columns, values, strict=True)]
    except (ValueError, TypeError, ValidationError):
        raise Invalid({"cursor": _("This is not a page of this list. Begin without a cursor.")}) from None


def _typed(column, value):
    """The value as the column keeps it; our cursors hold nothing but dates and whole numbers."""
    kind = str if column.get_internal_type() == "DateField" else int
    if type(value) is not kind:
        raise TypeError
    return column.to_python(value)
