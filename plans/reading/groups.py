"""The lines of a plan under headings: by index, by lead unit, or by the month of the deadline."""

from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext, gettext_lazy

from tracker.models import Index, Unit

WAYS = {
    "index": gettext_lazy("Index"),
    "unit": gettext_lazy("Lead unit"),
    "due": gettext_lazy("Deadline"),
}
SLICE = 50
MONTH = "%Y-%m"


@dataclass
class Group:
    """One heading; its lines are read when it is open, and `counts` tells how far its actions are."""

    key: str
    title: str
    name: str
    count: int
    which: object
    items: list = field(default_factory=list)
    counts: dict | None = None
    start: int = 0

    @property
    def place(self) -> str:
        """What the heading is called in addresses and as an anchor."""
        return f"nhom-{self.key}"

    @property
    def end(self) -> int:
        return self.start + len(self.items)

    @property
    def first(self) -> int:
        """The first line shown, counted from one, as is where the slices around it begin."""
        return self.start + 1

    @property
    def earlier(self) -> int:
        return max(0, self.start - SLICE) + 1

    @property
    def later(self) -> int:
        return self.end + 1


def groups_of(items: QuerySet, by: str) -> list[Group]:
    """The headings with the number of lines under each, in the order of the papers."""
    return {"index": _by_index, "unit": _by_unit, "due": _by_month}[by](items)


def lines_of(items: QuerySet, by: str, group: Group) -> QuerySet:
    """The lines under one heading."""
    if by == "due":
        return items.filter(due_on__year=group.which.year, due_on__month=group.which.month)
    return items.filter(**{"index" if by == "index" else "lead_unit": group.which})


def key_of(item, by: str) -> object:
    """What decides under which heading a line stands."""
    if by == "due":
        return item.due_on.replace(day=1)
    return item.index_id if by == "index" else item.lead_unit_id


def _by_index(items) -> list[Group]:
    counts = _counted(items, F("index"))
    indices = Index.objects.filter(pk__in=counts)
    return [Group(each.code, str(each), each.name, counts[each.pk], each.pk) for each in indices]


def _by_unit(items) -> list[Group]:
    counts = _counted(items, F("lead_unit"))
    units = Unit.objects.filter(pk__in=counts).order_by("group__position", "sort_key")
    return [Group(each.code, each.name, "", counts[each.pk], each.pk) for each in units]


def _by_month(items) -> list[Group]:
    counts = _counted(items, TruncMonth("due_on"))
    words = gettext("Month %(month)s")
    return [
        Group(f"{month:{MONTH}}", words % {"month": f"{month:%m/%Y}"}, "", counts[month], month)
        for month in sorted(counts)
    ]


def _counted(items, which) -> dict:
    counted = items.order_by().annotate(which=which).values("which").annotate(lines=Count("pk"))
    return dict(counted.values_list("which", "lines"))
