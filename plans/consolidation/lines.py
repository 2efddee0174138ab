"""The lines of a draft as they are compared: few columns, all of them in one query."""

from dataclasses import dataclass

from plans.models import Contribution

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


def kept_apart(plan) -> set[tuple[int, int]]:
    """Pairs of lines that somebody has looked at and kept apart, by the actions behind them; lower id first."""
    pairs = list(plan.kept_apart.values_list("first", "second"))
    if not pairs:
        return set()
    actions = {action for pair in pairs for action in pair}
    line = dict(Contribution.objects.filter(action__in=actions).values_list("action", "item"))
    known = ((line.get(first), line.get(second)) for first, second in pairs)
    return {(min(pair), max(pair)) for pair in known if all(pair)}
