"""The lines of the plan as its latest frozen version prints them, fit for strangers."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass

from plans.papers.coordination import Coordination
from tracker.models import Unit
from tracker.templatetags.page import iso_day

from .masking import Mask


@dataclass(frozen=True)
class PublicLine:
    """What a stranger reads of one line: no causes, no remarks, nobody's name."""

    number: str
    index: str
    weakness: str
    measure: str
    output: str
    lead_unit: str
    coordinating: str
    due: str


def shown(lines: Iterable[dict], version, mask: Mask) -> Iterator[PublicLine]:
    """The lines without people; where a whole group of units helps, the group is named."""
    coordination = Coordination(version.frozen_on)
    known = list(Unit.objects.order_by())
    units = {unit.name_vi: unit for unit in known} | {unit.code: unit for unit in known}
    for line in lines:
        helpers = _as_printed(line, units)
        yield PublicLine(
            number=line.get("number") or str(line["position"]),
            index=line["index"],
            weakness=mask(line["weakness_statement"]),
            measure=mask(line["measure"]),
            output=mask(line["output"]),
            lead_unit=line["lead_unit"],
            coordinating=coordination.in_words(helpers),
            due=mask(line["due_phrase"]) or iso_day(line["due_on"]),
        )


def _as_printed(line: dict, units: dict[str, Unit]) -> list[Unit]:
    """Who helps, by the names that were printed: a unit may be called otherwise since."""
    names = line["coordinating_units"]
    keys = line.get("coordinating_codes", names)  # the first versions were frozen without codes
    helpers = [(copy(units[key]), name) for key, name in zip(keys, names, strict=True) if key in units]
    for unit, name in helpers:
        unit.name_vi = name
    return [unit for unit, _name in helpers]
