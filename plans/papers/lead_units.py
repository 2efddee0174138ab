"""Annex II: what each unit has to lead, so that it finds its own lines at once."""

from dataclasses import dataclass
from datetime import date

from .grouping import grouped
from .wording import short_day


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


def lead_units(numbered: list) -> list[LeadUnit]:
    """The units that lead something, in the official order: groups first, then the alphabet."""
    led = grouped(numbered, lambda pair: pair[1].lead_unit_id)
    return [_lead_unit(pairs) for pairs in sorted(led, key=_official_order)]


def _lead_unit(pairs: list) -> LeadUnit:
    items = [item for _, item in pairs]
    return LeadUnit(
        name=items[0].lead_unit.name_vi,
        count=len(items),
        numbers=", ".join(str(number) for number, _ in pairs),
        first_day=min(item.due_on for item in items),
    )


def _official_order(pairs: list) -> tuple:
    unit = pairs[0][1].lead_unit
    return (unit.group is None, unit.group.position if unit.group else 0, unit.sort_key)
