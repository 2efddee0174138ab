"""Annex II: what each unit has to lead, so that it finds its own lines at once."""

from dataclasses import dataclass
from datetime import date

from plans.papers.grouping import grouped
from plans.papers.wording import short_day
from tracker.models import Unit

from .annex import Line

LAST = (True, 0, "")


@dataclass(frozen=True)
class LeadUnit:
    """One unit with the numbers of its lines in Annex I."""

    name: str
    count: int
    numbers: str
    first_day: date

    @property
    def first_due(self) -> str:
        return short_day(self.first_day)


def lead_units(lines: list[Line]) -> list[LeadUnit]:
    """The units that lead something, in the official order: groups first, then the alphabet."""
    places = _official_order()
    led = grouped(lines, lambda line: line.lead_code or line.lead)
    return [_lead_unit(each) for each in sorted(led, key=lambda each: places.get(each[0].lead_code, LAST))]


def _lead_unit(lines: list[Line]) -> LeadUnit:
    return LeadUnit(
        name=lines[0].lead,
        count=len(lines),
        numbers=", ".join(line.number for line in lines),
        first_day=min(line.due_on for line in lines),
    )


def _official_order() -> dict[str, tuple]:
    """Where each unit stands, by its code; units without a group come after those that have one."""
    return {
        unit.code: (unit.group is None, unit.group.position if unit.group else 0, unit.sort_key)
        for unit in Unit.objects.select_related("group").order_by()
    }
