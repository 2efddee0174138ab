"""What is ticked so far, lines and waiting rows alike, on whatever page: it goes along in the address until used."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from plans.models import Plan, PlanItem
from tracker.models import Action

MOST, MOST_NAMED = 100, 5


@dataclass
class Pile:
    """asked: what the address names; shown: what is on this page and carries its own tick."""

    plan: Plan
    asked: Collection
    shown: Collection = ()

    @property
    def ticked(self) -> Collection:
        return self.found.keys()

    @property
    def elsewhere(self) -> list:
        """Ticked and not on this page: these are listed, each with a tick to take away."""
        return [thing for key, thing in self.found.items() if key not in self.shown]

    @property
    def is_full(self) -> bool:
        return len(self.asked) >= MOST

    @property
    def missing(self) -> list:
        return [key for key in self.asked if key not in self.found]


@dataclass
class LinePile(Pile):
    """Lines by their number; index: that of the page."""

    index: int | None = None

    @cached_property
    def found(self) -> dict[int, PlanItem]:
        """Those that still stand, in the order of the plan."""
        if not self.asked:
            return {}
        items = self.plan.items.standing().filter(pk__in=self.asked).select_related("index", "lead_unit")
        return {item.pk: item for item in items.order_by("position", "pk")}

    @cached_property
    def gone(self) -> list[str]:
        """What became of lines that were ticked and are in the plan no more."""
        return [self.plan.why_gone(pk) for pk in self.missing[:MOST_NAMED]]

    @property
    def has_other_index(self) -> bool:
        """A line of another index than that of the page: only lines of one index can be merged."""
        return any(item.index_id != self.index for item in self.found.values())


class RowPile(Pile):
    """Rows that wait to be taken in, by their reference."""

    @cached_property
    def found(self) -> dict[str, Action]:
        rows = self.plan.unplaced().filter(ref__in=self.asked) if self.asked else ()
        return {row.ref: row for row in rows}

    @cached_property
    def gone(self) -> list[str]:
        """Why rows that were ticked wait no more."""
        if not self.missing:
            return []
        rows = Action.objects.filter(weakness__review=self.plan.review_id, ref__in=self.missing)
        return [self.plan.why_not_taken(row) for row in rows.select_related("weakness")[:MOST_NAMED]]
