"""The annexes of the plan as tables of a workbook: dates and numbers where the paper has words."""

from plans.papers.files.sheet import Column, Sheet

from .annex import Line
from .lead_units import lead_units

ANNEX = (
    Column("TT", 6), Column("Chỉ số", 13), Column("Tiêu chí", 18), Column("Tồn tại, hạn chế", 26),
    Column("Điểm trừ", 8), Column("Nguyên nhân", 22), Column("Nhiệm vụ, giải pháp", 28), Column("Chủ trì", 16),
    Column("Phối hợp", 18), Column("Thời hạn", 11), Column("Thời gian hoàn thành (như in)", 14),
    Column("Sản phẩm", 18), Column("Ghi chú", 10),
)  # fmt: skip
UNITS = (
    Column("TT", 6), Column("Cơ quan chủ trì", 50), Column("Số nhiệm vụ", 12),
    Column("Số thứ tự tại Phụ lục I", 50), Column("Thời hạn gần nhất", 14),
)  # fmt: skip
TITLE = "Phụ lục {roman}. {name} năm {year}"


def sheets_of(year: int, lines: list[Line]) -> list[Sheet]:
    """Annex I: one row for each line of the plan; Annex II: one for each unit that leads."""
    annex, units = "Danh mục nhiệm vụ, giải pháp", "Tổng hợp nhiệm vụ theo cơ quan chủ trì"
    return [
        Sheet(
            "Phụ lục I", ANNEX, [_row(line) for line in lines], TITLE.format(roman="I", name=annex, year=year)
        ),
        Sheet("Phụ lục II", UNITS, _units(lines), TITLE.format(roman="II", name=units, year=year)),
    ]


def _row(line: Line) -> list:
    return [
        int(line.number) if line.number.isdigit() else line.number, line.index_title, line.criterion or None,
        line.weakness, line.points_lost, line.causes, line.measure, line.lead, line.coordinating, line.due_on,
        line.due_phrase, line.output, line.note,
    ]  # fmt: skip


def _units(lines: list[Line]) -> list[list]:
    units = lead_units(lines)
    return [
        [place, unit.name, unit.count, unit.numbers, unit.first_day] for place, unit in enumerate(units, 1)
    ]
