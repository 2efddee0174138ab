"""The list as an Excel workbook; what it is made with is loaded when the first one is."""

from typing import BinaryIO

from .rows import Rows


def write(file: BinaryIO, rows: Rows, about: list[tuple[str, str]], title: str = "") -> int:
    """Write both sheets; rows go to disk one by one. The number of rows."""
    from .workbook_pages import written

    return written(file, rows, about, title)
