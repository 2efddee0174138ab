"""A closed period as it is read: each frozen figure, and beside it the present one where it differs."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plans.models import ClosedPeriod

from .counted import counted
from .ranking import owed
from .things import readable

RESULTS = ("done_on_time", "done_late", "open_in_time", "overdue")
ORIGINAL = ("extended", "done_by_original", "overdue_by_original")


@dataclass(frozen=True)
class Figure:
    """As closed, and as it is today where that is another number."""

    count: str
    frozen: int
    now: int | None

    @property
    def differs(self) -> bool:
        return self.now is not None and self.now != self.frozen


@dataclass(frozen=True)
class PeriodRow:
    """One unit, or the whole."""

    code: str
    name: str
    group: str
    rank: int | None
    frozen: dict
    now: object | None

    def _figure(self, count: str) -> Figure:
        return Figure(count, self.frozen[count], getattr(self.now, count) if self.now else None)

    @property
    def total(self) -> Figure:
        return self._figure("total")

    @property
    def results(self) -> list[Figure]:
        return [self._figure(count) for count in RESULTS]

    @property
    def original(self) -> list[Figure]:
        return [self._figure(count) for count in ORIGINAL]

    @property
    def owed(self) -> int:
        """What had to be done by the day, or was done before."""
        return owed(self.frozen)


class Placed:
    """Those with a place for scoring, and beneath them those who owed nothing by the day."""

    @property
    def placed(self) -> list[PeriodRow]:
        """Where nobody has a place, as on a unit's own page, all stand together."""
        return [row for row in self.rows if row.rank] or self.rows

    @property
    def unplaced(self) -> list[PeriodRow]:
        placed = self.placed
        return [row for row in self.rows if row not in placed]


@dataclass(frozen=True)
class PeriodPage(Placed):
    """The units in the order of their places; a unit reads its own row beside the sum."""

    period: ClosedPeriod
    actor: object
    today: date

    @cached_property
    def rows(self) -> list[PeriodRow]:
        units = self.period.content["units"]
        seen = readable(self.period.plan, self.actor, "unit", [unit["code"] for unit in units])
        now = counted(self.period.plan, self.today, "unit").rows
        return [
            PeriodRow(unit["code"], unit["name"], unit["group"], unit["rank"], unit, now.get(unit["code"]))
            for unit in units
            if unit["code"] in seen
        ]

    @cached_property
    def sum(self) -> PeriodRow:
        now = counted(self.period.plan, self.today, "total").rows.get("")
        return PeriodRow("", "", "", None, self.period.content["total"], now)

    @property
    def has_external_reasons(self) -> bool:
        """Whether Home Affairs found any delay to be nobody's fault."""
        return self.sum.frozen["late_for_external_reasons"] > 0

    @property
    def ranked_of(self) -> int:
        return sum(unit["rank"] is not None for unit in self.period.content["units"])
