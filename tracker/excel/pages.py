"""Opening a workbook for reading, and walking through its sheets without believing what they say of their size."""

from collections.abc import Iterator
from contextlib import contextmanager

from tracker.errors import Invalid

from .workbook import DAMAGED, DAMAGES, Layout, layouts

ERRORS = ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!")
MOST_COLUMNS = 60


@contextmanager
def opened(file) -> Iterator[tuple]:
    """The workbook with the layout of each sheet by its path. Raises Invalid({"file": …}) that says what to mend."""
    import openpyxl

    shapes = layouts(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        try:
            _expect_looked_at(book, shapes)
            yield book, shapes
        finally:
            book.close()
    except DAMAGES:
        raise Invalid({"file": str(DAMAGED)}) from None
    finally:
        file.seek(0)


def path_of(page) -> str:
    return page._worksheet_path.lstrip("/")


def rows_of(page, first: int) -> Iterator[tuple[int, tuple]]:
    """Row number and values; a sheet may state a size of millions, which is not believed."""
    page.reset_dimensions()
    return enumerate(page.iter_rows(min_row=first, max_col=MOST_COLUMNS, values_only=True), start=first)


def _expect_looked_at(book, shapes: dict[str, Layout]) -> None:
    """A sheet under a name no program gives would pass by without its look at the XML."""
    if any(path_of(page) not in shapes for page in book.worksheets):
        raise Invalid({"file": str(DAMAGED)})
