"""The tables of a paper, as a workbook shows them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column's head and its width in letters."""

    head: str
    width: int


@dataclass(frozen=True)
class Sheet:
    """One table; a row holds text, numbers, dates, or None for an empty cell."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[list]
    heading: str = ""  # printed above the table on every page
