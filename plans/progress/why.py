"""Why a figure is what it is: what it means, and the actions that make it up."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plans.progress.past import ActionThen, states_on

from .counted import counted
from .meaning import MEANINGS, RATES, Meaning, members, sum_of
from .table import NOTHING
from .things import Thing

KEYS = {"index": "index_key", "group": "group_key", "unit": "unit_key"}


@dataclass(frozen=True)
class Why:
    """One figure of one thing on one day, perhaps beside an earlier one."""

    plan: object
    by: str
    thing: Thing
    count: str
    on: date
    since: date | None = None

    @property
    def meaning(self) -> Meaning:
        return MEANINGS[self.count]

    @cached_property
    def figure(self) -> int:
        """As the table shows it."""
        return self._value(self.count)

    @property
    def whole(self) -> int | None:
        """What the figure is a part of, where it has a rate."""
        return self._value(RATES[self.count]) if self.count in RATES else None

    @property
    def whole_count(self) -> str:
        return RATES.get(self.count, "")

    @cached_property
    def source(self) -> str:
        return counted(self.plan, self.on, self.by).source

    @cached_property
    def listed(self) -> list[ActionThen]:
        """The actions behind the figure."""
        return self._members(self.on)

    @property
    def listed_sum(self) -> int:
        return sum_of(self.listed, self.count)

    @property
    def agrees(self) -> bool:
        """False where a count that was kept that night differs from what the history says."""
        return self.figure == self.listed_sum

    @cached_property
    def came(self) -> list[ActionThen]:
        """Counted now, and not on the earlier day; of pieces of evidence those with more than before."""
        return _beyond(self.listed, self._earlier, self.count)

    @cached_property
    def went(self) -> list[ActionThen]:
        """Counted on the earlier day and no longer, or for less."""
        return _beyond(self._earlier, self.listed, self.count)

    @property
    def moved(self) -> int:
        return self.listed_sum - self.figure_before

    @property
    def figure_before(self) -> int:
        return sum_of(self._earlier, self.count)

    @cached_property
    def _earlier(self) -> list[ActionThen]:
        return self._members(self.since) if self.since else []

    def _members(self, on: date) -> list[ActionThen]:
        return members([then for then in states_on(self.plan, on) if self._is_of(then)], self.count, on)

    def _is_of(self, then: ActionThen) -> bool:
        if self.by == "item":
            return str(then.item_id) == self.thing.key
        return self.by not in KEYS or getattr(then, KEYS[self.by]) == self.thing.key

    def _value(self, count: str) -> int:
        return getattr(counted(self.plan, self.on, self.by).rows.get(self.thing.key, NOTHING), count)


def _beyond(some: list[ActionThen], others: list[ActionThen], count: str) -> list[ActionThen]:
    """Those that add more here than there."""
    adds = MEANINGS[count].adds
    there = {then.action_id: adds(then) for then in others}
    return [then for then in some if adds(then) > there.get(then.action_id, 0)]
