"""The tables of a paper as a workbook: typed cells, a head that stays, filters, widths that fit A4 across."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from tracker.excel.look import BOLD, CENTRE, FONT, THIN, WRAPPED, Font
from tracker.exports.text import is_risky, writable

from .sheet import Column, Sheet

DAY = "dd/mm/yyyy"
CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
PLAIN, SHADE = Font(name=FONT), PatternFill("solid", fgColor="EEE9E2")
LINE = 15.5
A4 = "9"
ABOUT = "Về tệp này"


def write(sheets: Iterable[Sheet], about: Iterable[tuple[str, object]] = ()) -> bytes:
    """The workbook; the last sheet tells what it is and of which day."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    if facts := list(about):
        _tell(book.create_sheet(ABOUT), facts)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _write(page, sheet: Sheet) -> None:
    _lay_out(page, sheet)
    page.append([_head(page, column.head) for column in sheet.columns])
    last = 1
    for last, row in enumerate(sheet.rows, 2):
        page.row_dimensions[last].height = LINE * _lines(row, sheet.columns)
        page.append([_cell(page, value) for value in row])
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{last}"


def _lay_out(page, sheet: Sheet) -> None:
    for place, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(place)].width = column.width
    page.row_dimensions[1].height = LINE * max(
        ceil(len(column.head) * 1.3 / column.width) for column in sheet.columns
    )
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    _for_paper(page, sheet.heading)


def _for_paper(page, heading: str) -> None:
    """A4 across, as wide as the paper and as long as it takes; heading and page number on every page."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top, page.page_margins.bottom = 0.8, 0.7
    page.page_margins.header = page.page_margins.footer = 0.35
    page.oddHeader.center.text = heading.replace("&", "&&") or None
    page.oddFooter.center.text = "&P/&N"


def _head(page, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, words)
    cell.font, cell.alignment, cell.border, cell.fill = BOLD, CENTRE, THIN, SHADE
    return cell


def _cell(page, value) -> WriteOnlyCell:
    """Dates as dates, numbers as numbers; text that looks like a formula stays text, also when it is edited."""
    cell = WriteOnlyCell(page, writable(value))
    cell.font, cell.border = PLAIN, THIN
    cell.alignment = WRAPPED if isinstance(value, str) else CENTRED
    if isinstance(value, date):
        cell.number_format = DAY
    if is_risky(value):
        cell.data_type, cell.quotePrefix = "s", True
    return cell


def _lines(row: list, columns: tuple[Column, ...]) -> int:
    """How many lines the fullest cell takes: not every program measures wrapped text on opening."""
    return max(
        (_lines_of(value, column.width) for value, column in zip(row, columns, strict=True)), default=1
    )


def _lines_of(value, width: int) -> int:
    if not isinstance(value, str):
        return 1
    return sum(max(1, ceil(len(line) / width)) for line in value.split("\n"))


def _tell(page, facts: list[tuple[str, object]]) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, 90
    for name, value in facts:
        page.append([_head(page, name), _cell(page, value)])
