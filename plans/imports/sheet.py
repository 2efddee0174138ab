"""Reading the sheet: where its headings stand, which column is which, and the rows as text."""

from dataclasses import dataclass, field
from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.errors import Invalid
from tracker.excel.cells import letters, text_of
from tracker.excel.pages import ERRORS, opened, path_of, rows_of
from tracker.excel.workbook import Layout

from .columns import BY_KEY, MUST_HAVE, meant_by
from .old_encodings import recode

MOST_ROWS, MOST_SHEETS = 2000, 20
HEADINGS_WITHIN = 30
ASIDE = ("Ví dụ", "Hướng dẫn", "Danh mục")  # the sheets of the template that are not filled in
SPREAD = ("weakness", "statement", "index", "cause_kind", "cause", "responsible", "level")
SEVERAL = ("coordinating", "evidence")


@dataclass
class Sheet:
    """What was read: the place of each column, headings that mean nothing to us, and the filled rows."""

    title: str
    heading_row: int
    columns: dict[str, int]
    left_out: list[str] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    rows: list[dict] = field(default_factory=list)


def read(file) -> Sheet:
    """The rows of the one sheet to fill. Raises Invalid({"file": …}) that says what to mend."""
    with opened(file) as (book, shapes):
        return _read(book, shapes)


def _read(book, shapes: dict[str, Layout]) -> Sheet:
    page = _page_to_read(book)
    sheet = _headed(page)
    shape = shapes[path_of(page)]
    for number, values in rows_of(page, sheet.heading_row + 1):
        if row := _row(number, values, sheet, shape):
            sheet.rows.append(row)
        if len(sheet.rows) > MOST_ROWS:
            raise _unfit(_("More than 2,000 rows are filled in. Divide them among several files."))
    _spread_merged(sheet, shape)
    _expect_rows(sheet)
    return sheet


def _page_to_read(book):
    """The sheet whose headings we know best; of equals the first."""
    pages = [page for page in book.worksheets[:MOST_SHEETS] if page.title not in ASIDE]
    if not pages:
        raise _unfit(_("The file holds no sheet to fill in. Start from the template."))
    return max(pages, key=lambda page: len(_headed(page).columns))


def _headed(page) -> Sheet:
    """The row with the most known headings among the first ones."""
    found = [
        _headings(page.title, number, values) for number, values in islice(rows_of(page, 1), HEADINGS_WITHIN)
    ]
    return max(found, key=lambda sheet: len(sheet.columns), default=Sheet(page.title, 1, {}))


def _headings(title: str, number: int, values) -> Sheet:
    sheet = Sheet(title, number, {})
    for place, value in enumerate(values, start=1):
        heading = text_of(value)
        key = meant_by(heading) or meant_by(getattr(recode(heading), "text", ""))
        if key and key not in sheet.columns:
            sheet.columns[key] = place
        elif heading:
            sheet.left_out.append(heading[:80])
    return sheet


def _row(number: int, values, sheet: Sheet, shape: Layout) -> dict | None:
    """The known cells that hold something, and which of them hold a fault of Excel's."""
    if values.count(None) == len(values):
        return None
    cells = {
        key: _text(key, values[place - 1]) for key, place in sheet.columns.items() if place <= len(values)
    }
    places = {key: f"{letters(place)}{number}" for key, place in sheet.columns.items()}
    odd = {key: "formula" for key, place in places.items() if place in shape.formulas}
    odd |= {key: "error" for key, text in cells.items() if text in ERRORS}
    filled = {key: text for key, text in cells.items() if text}
    if not filled and not odd:
        return None
    if number in shape.hidden:
        sheet.hidden.append(number)
    return {"n": number, "cells": filled, "odd": odd}


def _text(key: str, value) -> str:
    """Where several things may stand, each on its line, a line's end divides them."""
    lines = value.splitlines() if key in SEVERAL and isinstance(value, str) else [value]
    return "; ".join(filter(None, map(text_of, lines)))


def _spread_merged(sheet: Sheet, shape: Layout) -> None:
    """What stands once over merged rows holds for each of them."""
    rows = {row["n"]: row for row in sheet.rows}
    for key in sheet.columns.keys() & set(SPREAD):
        for first, last in _heights(shape, sheet.columns[key]):
            text = rows.get(first, {"cells": {}})["cells"].get(key)
            for number in rows.keys() & set(range(first, min(last, first + MOST_ROWS) + 1)) if text else ():
                rows[number]["cells"].setdefault(key, text)


def _heights(shape: Layout, column: int) -> list[tuple[int, int]]:
    """First and last row of the merged ranges that begin in this column."""
    from openpyxl.utils import range_boundaries

    ranges = [range_boundaries(ref) for ref in shape.merged if ref]
    return [(top, bottom) for left, top, right, bottom in ranges if left == column]


def _expect_rows(sheet: Sheet) -> None:
    missing = [f"“{BY_KEY[key].heading}”" for key in MUST_HAVE if key not in sheet.columns]
    if missing:
        words = ngettext(
            "The heading %(names)s was not found in the first 30 rows. Write it as in the template.",
            "The headings %(names)s were not found in the first 30 rows. Write them as in the template.",
            len(missing),
        )
        raise _unfit(words % {"names": ", ".join(missing)})
    if not sheet.rows:
        raise _unfit(_("No row is filled in below the headings."))


def _unfit(words: str) -> Invalid:
    return Invalid({"file": words})
