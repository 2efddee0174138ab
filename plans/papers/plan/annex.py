"""The plan's lines as rows of Annex I: every cell as it is printed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plans.papers.grouping import grouped
from plans.papers.wording import UNKNOWN, short_day, short_decimal
from plans.reading.numbers import numbers_of
from tracker.models import Index

from .coordination import Coordination


@dataclass(frozen=True)
class Line:
    """One line of the plan in the words that are, or would be, frozen."""

    number: str
    index: str
    index_title: str
    criterion_code: str
    criterion: str
    weakness: str
    points_lost: Decimal | None
    causes: str
    measure: str
    lead: str
    lead_code: str
    coordinating: str
    due_on: date
    due_phrase: str
    output: str
    note: str


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


def lines_of(content: list[dict], titles: dict[str, str], coordination: Coordination) -> list[Line]:
    """The lines of a frozen content, by index, each with the number it carries in Annex I."""
    lines = [_line(each, titles, coordination) for each in content]
    return [line for group in grouped(lines, lambda line: line.index) for line in group]


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


def titles() -> dict[str, str]:
    """How each index is called in a heading."""
    return {index.code: title_of(index) for index in Index.objects.all()}


def title_of(index) -> str:
    """“Chỉ số PAR INDEX”; what is no index but a rating keeps its full name."""
    return f"Chỉ số {index.short_name}" if index.name_vi.startswith("Chỉ số") else index.name_vi


def row(line: Line) -> Row:
    return Row(
        number=line.number,
        criterion=line.criterion or line.index_title,
        weakness=line.weakness,
        points_lost=UNKNOWN if line.points_lost is None else short_decimal(line.points_lost),
        causes=line.causes,
        measure=line.measure,
        lead=line.lead,
        coordinating=line.coordinating,
        due=line.due_phrase or f"Chậm nhất ngày {short_day(line.due_on)}",
        output=line.output,
        note=line.note,
    )


def _line(kept: dict, titles: dict[str, str], coordination: Coordination) -> Line:
    """The first versions were frozen without numbers, and without the names of criteria and the codes of units."""
    index, lost = kept["index"], kept["points_lost"]
    return Line(
        number=kept.get("number") or str(kept["position"]), index=index, index_title=titles.get(index, index),
        criterion_code=kept["criterion"] or "", criterion=kept.get("criterion_name") or "",
        weakness=kept["weakness_statement"], points_lost=None if lost is None else Decimal(lost),
        causes=kept["causes"], measure=kept["measure"], lead=kept["lead_unit"],
        lead_code=kept.get("lead_unit_code") or "", coordinating=coordination.of_line(kept),
        due_on=date.fromisoformat(kept["due_on"]), due_phrase=kept["due_phrase"], output=kept["output"],
        note=kept["note"],
    )  # fmt: skip
