"""Lines that say the same, side by side: their words, marked where they differ from those of the first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from plans.models import PlanItem
from plans.word_differences import Stretch, stretches

HANGS_ON = ("contributions__action__lead_unit", "contributions__weakness__unit", "coordinating_units")


@dataclass(frozen=True)
class Side:
    """One line; marked is what the first line does not have, of the first what the second does not have."""

    item: PlanItem
    weakness: list[Stretch]
    measure: list[Stretch]

    @property
    def key(self) -> str:
        """The line as a form carries it: its number and the version that was read."""
        return f"{self.item.pk}:{self.item.version}"


def with_contributors(items):
    """The lines of a query with all that the workbench shows of them."""
    return items.select_related("index", "criterion", "lead_unit").prefetch_related(*HANGS_ON)


def with_counts(items):
    """The lines of a query with what a row of the table shows: of rows and helping units only how many."""
    rows, helping = Count("contributions", distinct=True), Count("coordinating_units", distinct=True)
    return items.select_related("criterion", "lead_unit").annotate(rows=rows, helping=helping)


def sides(items: Iterable[PlanItem]) -> list[Side]:
    """The lines in the order of the plan."""
    first, *others = sorted(items, key=lambda item: item.position)
    opposite = others[0] if others else first
    return [_side(first, opposite, is_first=True), *(_side(item, first) for item in others)]


def _side(item: PlanItem, other: PlanItem, *, is_first: bool = False) -> Side:
    return Side(item, *(_marked(getattr(item, name), getattr(other, name), is_first) for name in TEXTS))


def _marked(text: str, other: str, is_first: bool) -> list[Stretch]:
    before, after = stretches(text, other) if is_first else stretches(other, text)
    return before if is_first else after


TEXTS = ("weakness_statement", "measure")
