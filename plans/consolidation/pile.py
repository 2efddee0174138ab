"""The lines ticked so far, on whatever page and under whatever index: they go along in the address until merged."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from plans.models import Plan, PlanItem

MOST_LINES, MOST_NAMED = 100, 5


@dataclass
class Pile:
    """asked: the lines that the address names; shown, index: those on this page, which carry their own tick."""

    plan: Plan
    asked: Collection[int]
    shown: Collection[int] = ()
    index: int | None = None

    @cached_property
    def lines(self) -> list[PlanItem]:
        """Those that still stand, in the order of the plan."""
        if not self.asked:
            return []
        items = self.plan.items.standing().filter(pk__in=self.asked)
        return list(items.select_related("index", "lead_unit").order_by("position", "pk"))

    @cached_property
    def ticked(self) -> set[int]:
        return {item.pk for item in self.lines}

    @property
    def elsewhere(self) -> list[PlanItem]:
        """Ticked and not on this page: these are listed, each with a tick to take away."""
        return [item for item in self.lines if item.pk not in self.shown]

    @property
    def is_full(self) -> bool:
        return len(self.asked) >= MOST_LINES

    @property
    def gone(self) -> list[str]:
        """What became of lines that were ticked and are in the plan no more."""
        missing = [pk for pk in self.asked if pk not in self.ticked]
        return [self.plan.why_gone(pk) for pk in missing[:MOST_NAMED]]

    @property
    def has_other_index(self) -> bool:
        """A line of another index than that of the page: only lines of one index can be merged."""
        return any(item.index_id != self.index for item in self.lines)
