"""The list as an Excel workbook: real dates, a head that stays, filters, and a sheet that says what was asked."""

from datetime import date
from typing import BinaryIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .rows import Rows
from .text import is_risky, writable

DATE = "dd/mm/yyyy"
BOLD, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def written(file: BinaryIO, rows: Rows, about: list[tuple[str, str]], title: str = "") -> int:
    """Write both sheets; rows go to disk one by one. The number of rows."""
    book = Workbook(write_only=True)
    sheet, number = book.create_sheet(title or _("Actions")), 0
    _lay_out(sheet, rows.heads)
    for number, row in enumerate(rows, 1):  # noqa: B007
        sheet.append([_cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows.heads))}{number + 1}"
    _tell(book.create_sheet(_("About this file")), [*about, (_("Rows"), number)])
    book.save(file)
    return number


def _lay_out(sheet, heads) -> None:
    for place, (_head, width) in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = "1:1"
    sheet.append([_bold(sheet, head) for head, _width in heads])


def _bold(sheet, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, words)
    cell.font, cell.alignment = BOLD, WRAPPED
    return cell


def _cell(sheet, value):
    """Dates as dates; a text that looks like a formula stays a text, also when somebody edits the cell."""
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = DATE
        return cell
    return _quoted(sheet, writable(value)) if is_risky(value) else writable(value)


def _quoted(sheet, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, words)
    cell.data_type, cell.quotePrefix = "s", True
    return cell


def _tell(sheet, facts) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 90
    for name, value in facts:
        sheet.append([_bold(sheet, name), _cell(sheet, value)])
