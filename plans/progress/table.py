"""The progress of a plan on a day as a table: the sum, then one row for each index, group, unit or line."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plans.models import ProgressSnapshot
from plans.models.progress.snapshot import COUNTS

from .counted import Counted, counted
from .lines import lines_on
from .things import WHOLE, Thing, readable, things

NOTHING = ProgressSnapshot(**dict.fromkeys(COUNTS, 0))


@dataclass(frozen=True)
class Row:
    """One thing with its figures, and those of the day it is compared with."""

    thing: Thing
    figures: ProgressSnapshot
    before: ProgressSnapshot | None = None

    def moved(self, count: str) -> int:
        """By how many more, or fewer."""
        return getattr(self.figures, count) - getattr(self.before, count)

    @property
    def more_done(self) -> int:
        return self.moved("done")

    @property
    def more_overdue(self) -> int:
        return self.moved("overdue")


@dataclass(frozen=True)
class Table:
    """What was asked for; the rows hold only what the reader may see, the sum is everybody's."""

    plan: object
    actor: object
    by: str
    on: date
    since: date | None = None

    @cached_property
    def rows(self) -> list[Row]:
        """In the order of the office."""
        seen = readable(self.plan, self.actor, self.by, self._now.rows)
        return [self._row(thing) for thing in things(self.plan, self.by) if thing.key in seen]

    @cached_property
    def sum(self) -> Row:
        (thing,) = things(self.plan, WHOLE)
        now = counted(self.plan, self.on, WHOLE).rows.get("", NOTHING)
        before = counted(self.plan, self.since, WHOLE).rows.get("", NOTHING) if self.since else None
        return Row(thing, now, before)

    @property
    def lines(self) -> int:
        """How many lines the plan had that day."""
        return lines_on(self.plan, self.on)

    @property
    def source(self) -> str:
        """Where the figures came from: kept that night, counted now, or folded from the history."""
        return self._now.source

    @cached_property
    def _now(self) -> Counted:
        return counted(self.plan, self.on, self.by)

    @cached_property
    def _before(self) -> Counted | None:
        return counted(self.plan, self.since, self.by) if self.since else None

    def _row(self, thing: Thing) -> Row:
        before = self._before.rows.get(thing.key, NOTHING) if self._before else None
        return Row(thing, self._now.rows[thing.key], before)
