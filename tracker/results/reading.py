"""Reading the filled workbook: its known sheets, their headings, and the filled rows as text."""

from itertools import islice

from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.excel.cells import bare, letters, text_of
from tracker.excel.pages import ERRORS, opened, path_of, rows_of

from .columns import SHEETS, Sheet

MOST_ROWS, HEADINGS_WITHIN = 500, 10
MOST_TEXT = 400_000  # letters; a form that carries more would be refused
FORMULA, ERROR = "formula", "error"


def read(file) -> dict[str, list[dict]]:
    """Sheet -> rows, each with its number, cells by column, and what Excel itself did not reckon out.

    Raises Invalid({"file": …}) that says what to mend.
    """
    with opened(file) as (book, shapes):
        pages = {bare(page.title): page for page in book.worksheets}
        found = {sheet.key: _sheet_rows(sheet, pages[bare(sheet.title)], shapes)
                 for sheet in SHEETS if bare(sheet.title) in pages}  # fmt: skip
    if not found:
        titles = ", ".join(f"“{sheet.title}”" for sheet in SHEETS)
        words = _("The file has none of the sheets %(titles)s. Start from the template.")
        raise Invalid({"file": words % {"titles": titles}})
    _expect_little(found)
    return found


def _sheet_rows(sheet: Sheet, page, shapes) -> list[dict]:
    heading_row, places = _headings(sheet, page)
    formulas = shapes[path_of(page)].formulas
    rows = []
    for number, values in rows_of(page, heading_row + 1):
        if row := _row(number, values, places, formulas):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            words = _("Sheet “%(sheet)s” has more than 500 filled rows. Start from the template.")
            raise Invalid({"file": words % {"sheet": sheet.title}})
    return rows


def _headings(sheet: Sheet, page) -> tuple[int, dict[str, int]]:
    """The row with the most known headings among the first ones, and the place of each column."""
    heads = [(number, _places(sheet, values)) for number, values in islice(rows_of(page, 1), HEADINGS_WITHIN)]
    number, places = max(heads, key=lambda head: len(head[1]), default=(1, {}))
    missing = [
        f"“{sheet.column(name).heading}”" for name in (*sheet.names, *sheet.needed) if name not in places
    ]
    if missing:
        words = _("Sheet “%(sheet)s”: the heading %(names)s is missing. Write it as in the template.")
        raise Invalid({"file": words % {"sheet": sheet.title, "names": ", ".join(missing)}})
    return number, places


def _places(sheet: Sheet, values) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, value in enumerate(values, start=1):
        column = sheet.meant_by(text_of(value))
        if column and column.kind != "told":
            places.setdefault(column.key, place)
    return places


def _row(number: int, values, places: dict[str, int], formulas: set[str]) -> dict | None:
    """The known cells that hold something, and which of them hold a fault of Excel's."""
    cells = {key: text_of(values[place - 1]) if place <= len(values) else "" for key, place in places.items()}
    odd = {key: FORMULA for key, place in places.items() if f"{letters(place)}{number}" in formulas}
    odd |= {key: ERROR for key, text in cells.items() if text in ERRORS}
    return {"n": number, "cells": cells, "odd": odd} if any(cells.values()) or odd else None


def _expect_little(found: dict[str, list[dict]]) -> None:
    cells = (text for rows in found.values() for row in rows for text in row["cells"].values())
    if sum(map(len, cells)) > MOST_TEXT:
        raise Invalid({"file": _("The file holds far more text than results need. Start from the template.")})
