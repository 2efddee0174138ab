"""The submission board of one review: who has handed in and who has not, unit by unit, and the tally of all."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from plans.boards.figures import Figures, figures_of
from plans.boards.ordering import BoardOrdering
from plans.filters import DONE, SubmissionFilter
from plans.models import Submission
from plans.models.submissions.submission import WAITING
from tracker.models import Review, UnitGroup


@dataclass(frozen=True)
class Tally:
    """How many units stand where; those that are exempt are not counted as owing."""

    states: Counter
    late: int
    own: int

    @property
    def all(self) -> int:
        """Not `states.total` for a template: that would look up a state of this name, and find none."""
        return self.states.total()

    @property
    def owing(self) -> int:
        return self.all - self.states["exempt"]

    @property
    def handed_in(self) -> int:
        return sum(self.states[state] for state in DONE)

    @property
    def missing(self) -> int:
        return sum(self.states[state] for state in WAITING)


@dataclass(frozen=True)
class BoardRow:
    """One unit on the board; the figures only where they are shown."""

    submission: Submission
    group: UnitGroup | None
    days_late: int
    figures: Figures | None = None

    @property
    def is_handed_in(self) -> bool:
        return self.submission.state in DONE

    @property
    def is_exempt(self) -> bool:
        return self.submission.state == "exempt"


@dataclass(frozen=True)
class Board:
    """The units that match the filter, in the asked order, and all units counted."""

    filter: SubmissionFilter
    ordering: BoardOrdering
    rows: list[BoardRow]
    tally: Tally
    missing: list[str]  # the codes of all units that have not handed in, whatever the filter says

    @classmethod
    def of(cls, review: Review, actor, query: QueryDict, today: date, *, with_figures: bool) -> "Board":
        """Read in a fixed number of queries, however many units there are."""
        ordering, groups = BoardOrdering.of(query), UnitGroup.objects.in_bulk()
        everything = _all_of(review, actor)
        found = SubmissionFilter(query, everything, today=today)
        shown = list(found.qs) if found.is_valid() else []
        figures = figures_of(review, shown, today) if with_figures else {}
        rows = [_row(each, groups, today, figures) for each in shown]
        counted = list(everything)
        missing = [each.unit.code for each in counted if each.state in WAITING]
        return cls(found, ordering, ordering.sort(rows), _tally(counted, today), missing)

    @property
    def groups(self) -> list[tuple[UnitGroup | None, list[BoardRow]]]:
        """The rows under the groups of that year, in the groups' order."""
        grouped: dict[UnitGroup | None, list[BoardRow]] = {}
        for row in BoardOrdering().sort(self.rows):
            grouped.setdefault(row.group, []).append(row)
        return list(grouped.items())


def _all_of(review: Review, actor):
    seen = Submission.objects.visible_to(actor).filter(review=review).with_deadline().with_group()
    return seen.select_related("unit", "review")


def _tally(submissions: list[Submission], today: date) -> Tally:
    owed = [each for each in submissions if each.state != "exempt"]
    late = sum(each.days_late(today) > 0 for each in owed)
    own = sum(each.due_on is not None for each in submissions)
    return Tally(Counter(each.state for each in submissions), late, own)


def _row(submission: Submission, groups: dict, today: date, figures: dict) -> BoardRow:
    late = 0 if submission.state == "exempt" else submission.days_late(today)
    return BoardRow(submission, groups.get(submission.group_of_year), late, figures.get(submission.pk))
