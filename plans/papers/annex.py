"""The plan's items as rows of Annex I: every cell as it is printed."""

from dataclasses import dataclass

from plans.reading.numbers import numbers_of

from .coordination import Coordination
from .grouping import grouped
from .wording import UNKNOWN, short_day, short_decimal


@dataclass(frozen=True)
class Row:
    """One line of Annex I."""

    number: str
    criterion: str
    weakness: str
    points_lost: str
    causes: str
    measure: str
    lead: str
    coordinating: str
    due: str
    output: str
    note: str


def numbered_items(plan) -> list[tuple[str, object]]:
    """The lines that hold, each with the number it carries in Annex I: by index, numbered through."""
    items = (
        plan.items.standing()
        .select_related("index", "criterion", "lead_unit__group")
        .prefetch_related("coordinating_units")
    )
    numbers = numbers_of(plan)
    by_index = grouped(items, lambda item: item.index_id)
    return [(numbers[item.pk], item) for group in by_index for item in group]


def title_of(index) -> str:
    """“Chỉ số PAR INDEX”; what is no index but a rating keeps its full name."""
    return f"Chỉ số {index.short_name}" if index.name_vi.startswith("Chỉ số") else index.name_vi


def row(number: str, item, coordination: Coordination) -> Row:
    return Row(
        number=number,
        criterion=item.criterion.name_vi if item.criterion else title_of(item.index),
        weakness=item.weakness_statement,
        points_lost=UNKNOWN if item.points_lost is None else short_decimal(item.points_lost),
        causes=item.causes,
        measure=item.measure,
        lead=item.lead_unit.name_vi,
        coordinating=coordination.in_words(item.coordinating_units.all()),
        due=item.due_phrase or f"Chậm nhất ngày {short_day(item.due_on)}",
        output=item.output,
        note=item.note,
    )
