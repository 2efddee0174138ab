"""The Excel file of units: written as a template, read back row by row with every fault named."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

import openpyxl
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from tracker.errors import Invalid
from tracker.excel.cells import text_of
from tracker.excel.look import CENTRE, FONT, HEAD, MUST, THIN, for_paper, offer, put, saved
from tracker.excel.workbook import DAMAGED, DAMAGES, layouts
from tracker.models import Unit, UnitGroup

COLUMNS = {  # column of the unit: heading, width, must be filled
    "code": ("Mã", 14, True),
    "name_vi": ("Tên đơn vị", 48, True),
    "abbreviation": ("Ký hiệu trên văn bản", 18, True),
    "group": ("Nhóm", 42, True),
    "name_en": ("Tên tiếng Anh", 40, False),
}
LONGEST = {"code": 50, "name_vi": 300, "abbreviation": 30, "group": 300, "name_en": 300}
SHEET, LISTS = "Đơn vị", "Danh mục"
HEADINGS, FIRST, LAST, MOST_FAULTS = 1, 2, 1001, 20
CODE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class UnitRow:
    """One unit as the file has it."""

    number: int
    code: str
    name_vi: str
    abbreviation: str
    group: str
    name_en: str

    def columns(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in ("name_vi", "abbreviation", "name_en")}


def read(file, known: Container[str] = ()) -> list[UnitRow]:
    """The units of the file. Raises Invalid({"file": …}) that names every row and column to be mended.

    known: codes, in small letters, of units that are there already; they may stand outside all groups.
    """
    rows = [row for row in _rows(file) if any((row.code, row.name_vi, row.abbreviation))]
    faults = [fault for row in rows for fault in _faults_of(row, known)] + _twice(rows)
    if not rows:
        faults = [_("The file holds no unit. Fill in the template from row 2 on.")]
    if faults:
        raise Invalid({"file": " ".join(faults[:MOST_FAULTS])})
    return rows


def written(units: Iterable[Unit], groups: Iterable[UnitGroup]) -> bytes:
    """The template, with the units that are there already."""
    book = Workbook()
    sheet, lists = book.active, book.create_sheet(LISTS)
    sheet.title = SHEET
    _head(sheet)
    for number, unit in enumerate(units, FIRST):
        _fill(
            sheet,
            number,
            [unit.code, unit.name_vi, unit.abbreviation, unit.group and unit.group.name_vi, unit.name_en],
        )
    _fill(lists, 1, [COLUMNS["group"][0]])
    for number, group in enumerate(groups, 2):
        _fill(lists, number, [group.name_vi])
    lists.column_dimensions["A"].width = 60
    offer(sheet, f"D{FIRST}:D{LAST}", lists, 1, is_closed=False)
    return saved(book)


def _head(sheet) -> None:
    for place, (heading, width, is_must) in enumerate(COLUMNS.values(), 1):
        cell = sheet.cell(HEADINGS, place)
        put(cell, heading + (" *" if is_must else ""))
        cell.font, cell.alignment, cell.border = Font(name=FONT, bold=True, color="FFFFFF"), CENTRE, THIN
        cell.fill = MUST if is_must else HEAD
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    for_paper(sheet, HEADINGS)


def _fill(sheet, number: int, texts: list[str | None]) -> None:
    for place, text in enumerate(texts, 1):
        put(sheet.cell(number, place), text or "")
        sheet.cell(number, place).font = Font(name=FONT)


def _rows(file) -> list[UnitRow]:
    layouts(file)
    try:
        page = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets[0]
        page.reset_dimensions()
        lines = page.iter_rows(min_row=FIRST, max_row=LAST, max_col=len(COLUMNS), values_only=True)
        return [_row(number, values) for number, values in enumerate(lines, FIRST)]
    except DAMAGES:
        raise Invalid({"file": str(DAMAGED)}) from None
    finally:
        file.seek(0)


def _row(number: int, values: tuple) -> UnitRow:
    texts = [text_of(value) for value in values] + [""] * (len(COLUMNS) - len(values))
    return UnitRow(number, **dict(zip(COLUMNS, texts, strict=True)))


def _faults_of(row: UnitRow, known: Container[str]) -> list[str]:
    optional = ("group",) if row.code.lower() in known else ()
    return [
        _("Row %(row)s, %(column)s: %(fault)s") % {"row": row.number, "column": heading, "fault": fault}
        for name, (heading, _width, is_must) in COLUMNS.items()
        if (fault := _fault(name, getattr(row, name), is_must and name not in optional))
    ]


def _fault(name: str, text: str, is_must: bool) -> str:
    if is_must and not text:
        return _("this cannot stay empty.")
    if len(text) > LONGEST[name]:
        return _("at most %(most)s characters.") % {"most": LONGEST[name]}
    if name == "code" and not CODE.fullmatch(text):
        return _("letters without accents, figures, - and _ only, for example SNV.")
    return ""


def _twice(rows: list[UnitRow]) -> list[str]:
    seen: dict[str, int] = {}
    faults = []
    for row in rows:
        if (first := seen.setdefault(row.code.lower(), row.number)) != row.number:
            faults.append(_("Row %(row)s: the code %(code)s stands in row %(first)s already.")
                          % {"row": row.number, "code": row.code, "first": first})  # fmt: skip
    return faults
