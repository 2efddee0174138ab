"""The plan's items as rows of Annex I: every cell as it is printed."""

from dataclasses import dataclass

from .coordination import Coordination
from .grouping import grouped
from .wording import UNKNOWN, short_day, short_decimal


@dataclass(frozen=True)
class Row:
    """One line of Annex I."""

    number: int
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


def numbered_items(plan) -> list[tuple[int, object]]:
    """The plan's items with the numbers they carry in Annex I: by index, numbered through."""
    items = plan.items.select_related("index", "criterion", "lead_unit__group").prefetch_related(
        "coordinating_units"
    )
    by_index = grouped(items, lambda item: item.index_id)
    return list(enumerate((item for group in by_index for item in group), 1))


def title_of(index) -> str:
    """“Chỉ số PAR INDEX”; what is no index but a rating keeps its full name."""
    return f"Chỉ số {index.short_name}" if index.name_vi.startswith("Chỉ số") else index.name_vi


def row(number: int, item, coordination: Coordination) -> Row:
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
