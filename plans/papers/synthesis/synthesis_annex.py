"""The annex of the summary: unit by unit what was handed in, when, and what it holds."""

from dataclasses import dataclass

from plans.papers.files.sheet import Column, Sheet
from plans.papers.grouping import grouped
from plans.papers.hand_ins import HandIn
from plans.papers.wording import UNKNOWN
from tracker.models import Weakness

from .found import Count, count

COLUMNS = (
    Column("TT", 5), Column("Cơ quan, đơn vị", 34), Column("Nhóm", 24), Column("Hạn nộp", 12),
    Column("Ngày nộp", 12), Column("Tình trạng", 20), Column("Số hạn chế", 9),
    Column("Nguyên nhân khách quan", 10), Column("Nguyên nhân chủ quan", 10), Column("Số biện pháp", 9),
    Column("Sáng kiến", 9), Column("Ghi chú", 26),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One unit; figures only of what it has handed in."""

    number: int
    name: str
    due: str
    day: str
    standing: str
    weaknesses: str
    external: str
    internal: str
    actions: str
    initiatives: str
    remark: str


@dataclass(frozen=True)
class Group:
    """The units of one group."""

    title: str
    lines: list[Line]


def annex(units: list[HandIn], weaknesses: list[Weakness]) -> list[Group]:
    """All units of the review under their groups, numbered through."""
    counts = _counts(units, weaknesses)
    numbered = list(enumerate(units, 1))
    by_group = grouped(numbered, lambda pair: pair[1].group)
    return [
        Group(f"{pairs[0][1].group} ({len(pairs)} đơn vị)", [_line(*pair, counts) for pair in pairs])
        for pairs in by_group
    ]


def sheet(units: list[HandIn], weaknesses: list[Weakness], heading: str) -> Sheet:
    counts = _counts(units, weaknesses)
    rows = [_cells(number, unit, counts.get(unit.submission.unit_id)) for number, unit in enumerate(units, 1)]
    return Sheet("Từng đơn vị", COLUMNS, rows, heading)


def _counts(units: list[HandIn], weaknesses: list[Weakness]) -> dict[int, Count]:
    """The figures of each unit that has handed in, also of one that declares that it found nothing."""
    of_unit = {unit.submission.unit_id: [] for unit in units if unit.is_handed_in}
    for weakness in weaknesses:
        of_unit[weakness.unit_id].append(weakness)
    return {unit: count("", found) for unit, found in of_unit.items()}


def _line(number: int, unit: HandIn, counts: dict[int, Count]) -> Line:
    figures = counts.get(unit.submission.unit_id)
    names = ("weaknesses", "external", "internal", "actions", "initiatives")
    return Line(
        number=number, name=unit.name, due=unit.due, day=unit.day, standing=unit.standing, remark=unit.remark,
        **{name: str(getattr(figures, name)) if figures else UNKNOWN for name in names},
    )  # fmt: skip


def _cells(number: int, unit: HandIn, figures: Count | None) -> list:
    submission = unit.submission
    counted = (
        [figures.weaknesses, figures.external, figures.internal, figures.actions, figures.initiatives]
        if figures
        else [None] * 5
    )
    return [
        number, unit.name, unit.group, None if unit.is_exempt else submission.deadline,
        submission.submitted_on if unit.is_handed_in else None, unit.standing, *counted, unit.remark or None,
    ]  # fmt: skip
