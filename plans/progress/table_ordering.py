"""In which order the table of the progress is read: page and workbook ask here."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tracker.sorting import Sorting

from .rates import percent

USUAL = "place"
LABELS = {
    "place": _("Usual order"),
    "total": _("Actions in all"),
    "done_on_time": _("Completed on time"),
    "done_late": _("Completed late"),
    "open_in_time": _("Not completed, in time"),
    "overdue": _("Not completed, overdue"),
    "extended": _("Extended"),
    "done_by_original": _("Completed by the original date"),
    "overdue_by_original": _("Past the original date"),
    "proof": _("Evidence"),
}


@dataclass(frozen=True)
class ProgressOrdering(Sorting):
    """One column up or down; equal rows stay in the order of the office."""

    LABELS = LABELS

    name: str = USUAL

    def sort(self, rows: list) -> list:
        if self.name == USUAL:
            return rows[::-1] if self.is_down else rows
        return sorted(rows, key=self._value, reverse=self.is_down)

    def turned(self, name: str) -> str:
        """A first click on a figure shows the largest at the head, which is what is looked for."""
        if name == USUAL or name != self.name:
            return super().turned(name) if name == USUAL else f"-{name}"
        return name if self.is_down else f"-{name}"

    def _value(self, row) -> float:
        if self.name == "proof":
            covered = percent(row.figures.proof_given, row.figures.proof_expected)
            return -1 if covered is None else covered
        return getattr(row.figures, self.name)
