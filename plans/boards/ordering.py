"""In which order the table of the board is read: page and export ask here."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from plans.models import Submission
from tracker.sorting import Sorting

USUAL = "unit"
LABELS = {
    "unit": gettext_lazy("Unit"),
    "state": gettext_lazy("State"),
    "due": gettext_lazy("Deadline"),
    "late": gettext_lazy("Days late"),
    "submitted": gettext_lazy("Handed in on"),
    "attempt": gettext_lazy("Attempt"),
    "weaknesses": gettext_lazy("Weaknesses"),
    "actions": gettext_lazy("Measures"),
    "percent": gettext_lazy("Completeness"),
}
STATES = Submission.State.values
OUTSIDE = 32767  # bodies outside the groups come after all groups
VALUES = {
    "unit": lambda row: _place(row),
    "state": lambda row: STATES.index(row.submission.state),
    "due": lambda row: None if row.is_exempt else row.submission.deadline,
    "late": lambda row: row.days_late,
    "submitted": lambda row: row.submission.submitted_on,
    "attempt": lambda row: row.submission.attempt,
    "weaknesses": lambda row: row.figures and row.figures.weaknesses,
    "actions": lambda row: row.figures and row.figures.actions,
    "percent": lambda row: None if row.is_exempt else row.figures and row.figures.percent,
}


@dataclass(frozen=True)
class BoardOrdering(Sorting):
    """One column up or down, then the groups and the alphabet; what has no value comes last either way."""

    LABELS = LABELS

    name: str = USUAL

    def sort(self, rows: list) -> list:
        """The rows in this order."""
        value = VALUES[self.name]
        usual = sorted(rows, key=_place)
        known = [row for row in usual if value(row) is not None]
        known.sort(key=value, reverse=self.is_down)
        return known + [row for row in usual if value(row) is None]


def _place(row) -> tuple[int, str]:
    """The group's place among the groups of the year, then the unit's in the alphabet."""
    group = row.group
    return (group.position if group else OUTSIDE, group.pk if group else 0, row.submission.unit.sort_key)
