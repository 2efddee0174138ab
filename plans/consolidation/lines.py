"""The lines of a draft as they are compared: few columns, all of them in one query."""

from dataclasses import dataclass

from .words import Lettering

COLUMNS = ("pk", "position", "index_id", "criterion_id", "measure", "weakness_statement")


@dataclass(frozen=True)
class Line:
    """A line with its texts in letters, one for each word."""

    pk: int
    position: int
    index: int
    criterion: int | None
    measure: str
    weakness: str


def lines_of(plan, lettering: Lettering) -> list[Line]:
    """The lines that stand, in the order of the plan."""
    rows = plan.items.standing().order_by("position", "pk").values_list(*COLUMNS)
    return [
        Line(pk, position, index, criterion, lettering.of(measure), lettering.of(weakness))
        for pk, position, index, criterion, measure, weakness in rows
    ]
