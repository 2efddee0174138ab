"""The lines of the plan as its latest frozen version prints them, fit for strangers."""

from collections.abc import Iterable, Iterator
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
    units = {unit.name_vi: unit for unit in Unit.objects.order_by()}
    for line in lines:
        helpers = [units[name] for name in line["coordinating_units"] if name in units]
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
