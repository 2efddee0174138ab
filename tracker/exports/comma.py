"""The list as CSV: UTF-8 with the mark by which Excel knows it, semicolons unless asked otherwise."""

import csv
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO

from .rows import Rows
from .text import harmless, writable

SEPARATORS = {"semicolon": ";", "comma": ","}


def write(file: BinaryIO, rows: Rows, separator: str) -> int:
    """Write the head and every row; the number of rows."""
    text, number = TextIOWrapper(file, encoding="utf-8-sig", newline=""), 0
    writer = csv.writer(text, delimiter=SEPARATORS[separator])
    writer.writerow(head for head, _width in rows.heads)
    for number, row in enumerate(rows, 1):  # noqa: B007
        writer.writerow([_written(value) for value in row])
    text.flush()
    text.detach()
    return number


def _written(value):
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else harmless(writable(value))
