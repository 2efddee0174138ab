"""The table of the progress as rows of a workbook: numbers are numbers, rates are percent, the sum comes first."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .rates import percent
from .table import Row, Table

RESULTS = ("done_on_time", "done_late", "open_in_time", "overdue")
ORIGINAL = ("extended", "done_by_original", "overdue_by_original")


class ProgressRows:
    """What stands in each column, in the reader's language."""

    def __init__(self, table: Table, rows: list[Row]):
        self.table, self.rows = table, [table.sum, *rows]

    @property
    def heads(self) -> list[tuple[str, int]]:
        """Each column's head and width."""
        heads = [
            (_("What"), 48), (_("More about it"), 36), (_("Actions in all"), 9),
            (_("Completed on time"), 12), (_("%"), 8),
            (_("Completed late"), 12), (_("%"), 8), (_("Not completed, in time"), 12), (_("%"), 8),
            (_("Not completed, overdue"), 12), (_("%"), 8), (_("Awaiting verification"), 12), (_("Extended"), 10),
            (_("Completed by the original date"), 14), (_("Past the original date"), 14),
            (_("Pieces of evidence expected"), 12), (_("Pieces of evidence given"), 12), (_("%"), 8),
            (_("No longer applicable"), 12),
        ]  # fmt: skip
        compared = [(_("More completed since then"), 14), (_("More overdue since then"), 14)]
        return heads + compared if self.table.since else heads

    def __iter__(self) -> Iterator[list]:
        return ([*_written(row), *self._compared(row)] for row in self.rows)

    def _compared(self, row: Row) -> list:
        return [row.more_done, row.more_overdue] if self.table.since else []


def _written(row: Row) -> list:
    figures = row.figures
    results = [cell for name in RESULTS for cell in _with_rate(getattr(figures, name), figures.total)]
    original = [getattr(figures, name) for name in ORIGINAL]
    proof = [figures.proof_expected, *_with_rate(figures.proof_given, figures.proof_expected)]
    return [
        row.thing.name, row.thing.note, figures.total, *results, figures.reported, *original, *proof, figures.dropped,
    ]  # fmt: skip


def _with_rate(part: int, whole: int) -> list:
    return [part, percent(part, whole)]
