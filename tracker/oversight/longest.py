"""What is overdue the longest, heaped as asked: by days, by unit, by index."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Invalid

from .ageing import span_of

ORDERS = {
    "days": gettext_lazy("days overdue"),
    "unit": gettext_lazy("unit"),
    "index": gettext_lazy("index"),
}
COLUMNS = {"days": "due_on", "unit": "lead_unit", "index": "weakness__index"}
THINGS = {"unit": lambda action: action.lead_unit, "index": lambda action: action.weakness.index}
MOST_ROWS = 40


@dataclass
class Heap:
    """Actions that belong together; the query finds all of them in the list, the count is of all of them."""

    thing: object
    query: str
    count: int
    rows: list = field(default_factory=list)


def order_asked(asked: str) -> str:
    """By what the rows are heaped; raises Invalid for anything else."""
    if asked not in ORDERS:
        raise Invalid({"by": _("The actions are grouped by “days”, “unit” or “index”.")})
    return asked


def heaps(overdue: QuerySet, by: str, today: date) -> list[Heap]:
    """The longest overdue, heap by heap, the heap with the oldest first: two queries."""
    counts = Counter(
        _key(by, value, today) for value in overdue.order_by().values_list(COLUMNS[by], flat=True)
    )
    found: dict = {}
    for action in overdue.order_by("due_on", "pk")[:MOST_ROWS]:
        key = _key(by, _value(by, action), today)
        heap = found.get(key) or found.setdefault(key, _heap(by, action, counts[key], today))
        heap.rows.append(action)
    return list(found.values())


def _key(by: str, value, today: date):
    return span_of(value, today) if by == "days" else value


def _value(by: str, action):
    return action.due_on if by == "days" else THINGS[by](action).pk


def _heap(by: str, action, count: int, today: date) -> Heap:
    if by == "days":
        span = span_of(action.due_on, today)
        return Heap(span, span.query(today), count)
    thing = THINGS[by](action)
    return Heap(thing, f"time=overdue&{by}={thing.code}", count)
