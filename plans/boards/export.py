"""The board as rows of a workbook: the units, the filter and the order of the page."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from plans.boards.board import Board, BoardRow


class BoardRows:
    """What stands in each column, in the reader's language."""

    def __init__(self, board: Board):
        self.board = board

    @property
    def heads(self) -> list[tuple[str, int]]:
        """Each column's head and width."""
        return [
            (_("Unit"), 36), (_("Group"), 24), (_("State"), 20), (_("Deadline"), 12), (_("Own deadline"), 12),
            (_("Handed in on"), 12), (_("Days late"), 9), (_("Attempt"), 9), (_("Weaknesses"), 10),
            (_("Measures"), 10), (_("Completeness in percent"), 12), (_("Contact person"), 26), (_("Phone"), 16),
            (_("E-mail address"), 28),
        ]  # fmt: skip

    def __iter__(self) -> Iterator[list]:
        return ([*_who(row), *_when(row), *_what(row)] for row in self.board.rows)


def _who(row: BoardRow) -> list:
    return [row.submission.unit.name, str(row.group or ""), row.submission.get_state_display()]


def _when(row: BoardRow) -> list:
    submission = row.submission
    deadlines = [None, None] if row.is_exempt else [submission.deadline, submission.due_on]
    return [*deadlines, submission.submitted_on, row.days_late, submission.attempt]


def _what(row: BoardRow) -> list:
    figures, contact = row.figures, row.figures.contact
    person = [contact.full_name, contact.phone, contact.email] if contact else [None, None, None]
    percent = None if row.is_exempt else figures.percent
    return [figures.weaknesses, figures.actions, percent, *person]
