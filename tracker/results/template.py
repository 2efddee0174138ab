"""The workbook of one year to fill in: what is known already stands in it, with drop-downs and a guide."""

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from tracker.excel.look import (
    BOLD,
    CENTRE,
    FONT,
    HEAD,
    HINT,
    MUST,
    THIN,
    WHITE,
    WRAPPED,
    for_paper,
    heighten,
    offer,
    put,
    saved,
)
from tracker.models import Review

from .columns import NO, SHEETS, YES, Sheet
from .filled import FILLED
from .guide import GUIDE
from .names import Names, names_of

HEADINGS, FIRST, LAST = 3, 4, 303
LISTS = "Danh mục"
OFFERED = ("index", "unit", "group", "rating")  # the names that have a column in the sheet of lists
FORMATS = {"number": "0.00", "day": "DD/MM/YYYY", "whole": "0"}


def template_for(review: Review) -> bytes:
    """The file as it is handed out for this review."""
    names, book = names_of(review), Workbook()
    book.remove(book.active)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.title)
        _begin(page, sheet, review.year)
        for number, row in enumerate(FILLED[sheet.key](review, names), start=FIRST):
            _fill(page, number, sheet, row)
    _guide(book.create_sheet("Hướng dẫn"))
    _lists(book.create_sheet(LISTS), names)
    for sheet in SHEETS:
        _drop_downs(book, sheet)
    return saved(book)


def _begin(page, sheet: Sheet, year: int) -> None:
    """Title, remark and headings; the headings stay in sight and repeat on paper."""
    put(page["A1"], f"{sheet.title.upper()} – NĂM {year}")
    page["A1"].font = Font(name=FONT, size=14, bold=True, color="8C2F2E")
    put(page["A2"], f"{sheet.remark} Xem trang “Hướng dẫn”.")
    page["A2"].font = Font(name=FONT, size=11, italic=True)
    for place, column in enumerate(sheet.columns, start=1):
        cell, is_needed = page.cell(HEADINGS, place), column.key in (*sheet.names, *sheet.needed)
        put(cell, column.heading + (" *" if is_needed else ""))
        cell.font, cell.alignment, cell.border, cell.fill = WHITE, CENTRE, THIN, MUST if is_needed else HEAD
        page.column_dimensions[get_column_letter(place)].width = column.width
    page.row_dimensions[HEADINGS].height = 48
    page.freeze_panes = page.cell(FIRST, 1 + len(sheet.names))
    for_paper(page, HEADINGS)


def _fill(page, number: int, sheet: Sheet, row: dict) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        cell, value = page.cell(number, place), row.get(column.key)
        if isinstance(value, bool):
            put(cell, YES if value else "")
        elif isinstance(value, str):
            put(cell, value) if value else None
        elif value is not None:
            cell.value = value
        cell.number_format = FORMATS.get(column.kind, "General")
        cell.font, cell.alignment, cell.border = Font(name=FONT, size=11), WRAPPED, THIN
        if column.kind == "told":
            cell.fill = HINT


def _guide(page) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 28, 96
    for number, (what, how) in enumerate(GUIDE, start=1):
        put(page.cell(number, 1), what)
        put(page.cell(number, 2), how)
        page.cell(number, 1).font, page.cell(number, 2).font = BOLD, Font(name=FONT)
        page.cell(number, 1).alignment = page.cell(number, 2).alignment = WRAPPED
        heighten(page, number, [(what, 28), (how, 96)])
    for_paper(page)


def _lists(page, names: Names) -> None:
    """One column for each drop-down, under its heading; the last holds yes and no."""
    columns = [(key, list(names[key].shown)) for key in OFFERED] + [("yes", [YES, NO])]
    for place, (_key, shown) in enumerate(columns, start=1):
        put(page.cell(1, place), LIST_HEADINGS[place - 1])
        page.cell(1, place).font, page.cell(1, place).fill = BOLD, HINT
        page.column_dimensions[get_column_letter(place)].width = 34
        for number, name in enumerate(shown, start=2):
            put(page.cell(number, place), name)
    for_paper(page, 1)


def _drop_downs(book: Workbook, sheet: Sheet) -> None:
    lists, page = book[LISTS], book[sheet.title]
    for place, column in enumerate(sheet.columns, start=1):
        key = "yes" if column.kind == "yes" else column.key if column.kind == "name" else ""
        if key in (*OFFERED, "yes"):
            letter = get_column_letter(place)
            offer(page, f"{letter}{FIRST}:{letter}{LAST}", lists, (*OFFERED, "yes").index(key) + 1)


LIST_HEADINGS = ("Chỉ số", "Mã đơn vị", "Nhóm", "Xếp loại", "Có/Không")
