"""The lines of the plan as its latest frozen version prints them, fit for strangers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plans.papers.plan.coordination import Coordination
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
    for line in lines:
        yield PublicLine(
            number=line.get("number") or str(line["position"]),
            index=line["index"],
            weakness=mask(line["weakness_statement"]),
            measure=mask(line["measure"]),
            output=mask(line["output"]),
            lead_unit=line["lead_unit"],
            coordinating=coordination.of_line(line),
            due=mask(line["due_phrase"]) or iso_day(line["due_on"]),
        )
