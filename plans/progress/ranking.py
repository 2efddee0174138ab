"""The place of each unit for emulation: by how much of what it owed until the day it did on time."""

from fractions import Fraction


def owed(row: dict) -> int:
    """What had to be done by the day, or was done before it had to be; what waits for verification does not count."""
    return row["done_on_time"] + row["done_late"] + row["overdue"]


def ranked(rows: list[dict]) -> list[dict]:
    """The rows in order, each with its place; equal rows share one, and who owed nothing yet has none."""
    scored = sorted((row for row in rows if owed(row)), key=_merit)
    merits = [_merit(row) for row in scored]
    placed = [row | {"rank": merits.index(merit) + 1} for row, merit in zip(scored, merits, strict=True)]
    return placed + [row | {"rank": None} for row in rows if not owed(row)]


def _merit(row: dict) -> tuple:
    """The share done on time, the larger the better; then less overdue, less late, and more done."""
    share = Fraction(row["done_on_time"], owed(row))
    return (-share, row["overdue"], row["done_late"], -owed(row))
