"""The file somebody brought, with every fault as a comment in its cell and what was mended put in."""

from io import BytesIO

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from tracker.errors import Refused
from tracker.excel.look import put
from tracker.excel.workbook import DAMAGES

from .faults import Fault

MARK = PatternFill("solid", fgColor="FBE0DE")
AUTHOR = "Kiểm tra nhập Excel"


def annotated(job) -> bytes:
    """The same workbook, faults marked; Excel shows each when the mouse rests on the cell."""
    try:
        with job.file.open("rb") as content:
            book = openpyxl.load_workbook(content)
    except FileNotFoundError:
        raise Refused(_("The file is no longer in the store. Tell the administrator.")) from None
    except DAMAGES:
        words = _(
            "The layout of this file cannot be kept, so it cannot be given back. Mend the cells on the page."
        )
        raise Refused(words) from None
    sheet = book[job.sheet["title"]]
    for row in job.rows:
        _put_mended(sheet, job.sheet["columns"], row)
    for fault in job.all_faults():
        _mark(sheet, job.sheet["columns"], fault)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _put_mended(sheet, columns: dict[str, int], row: dict) -> None:
    for key in set(row.get("mended", ())) & columns.keys():
        if cell := _cell(sheet, columns, row["n"], key):
            put(cell, row["cells"].get(key, ""))


def _mark(sheet, columns: dict[str, int], fault: Fault) -> None:
    """A fault of a column the sheet does not have is told in the row's first cell."""
    if cell := _cell(sheet, columns, fault.row, fault.column):
        words = f"{fault.told} → {fault.suggestion}" if fault.suggestion else fault.told
        said = f"{cell.comment.text}\n{words}" if cell.comment else words
        cell.comment = Comment(said, AUTHOR, width=320, height=110)
        cell.fill = MARK


def _cell(sheet, columns: dict[str, int], row: int, key: str):
    """The cell, or the first one of the merged range it belongs to."""
    cell = sheet.cell(row, columns.get(key, 1))
    spans = (span for span in sheet.merged_cells.ranges if cell.coordinate in span)
    span = next(spans, None)
    return sheet.cell(span.min_row, span.min_col) if span else cell
