"""What a unit can be chased about: its overdue actions, or a submission it has not handed in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import override

from plans.models import Submission
from tracker.errors import require
from tracker.models import Action, Review, Unit

from .chase_wording import answer_by

OVERDUE, SUBMISSION = "overdue", "submission"
EXPECTING = ("open", "consolidating")  # the states of a review in which submissions are awaited


@dataclass(frozen=True)
class Overdue:
    """What the unit leads that is overdue, the worst first."""

    unit: Unit
    today: date
    actions: list[Action]
    about = OVERDUE
    submission = None

    @classmethod
    def of_units(cls, units: Iterable[Unit], today: date) -> dict[int, "Overdue"]:
        """By the unit's id, in one query."""
        late = Action.objects.overdue(today).filter(lead_unit__in=units)
        found = defaultdict(list)
        for action in late.select_related("owner", "weakness__index").order_by("due_on", "pk"):
            found[action.lead_unit_id].append(action)
        return {unit.pk: cls(unit, today, found[unit.pk]) for unit in units}

    @property
    def days(self) -> int:
        """By how many days the worst has passed its deadline."""
        return (self.today - self.actions[0].due_on).days if self.actions else 0

    def expect(self) -> None:
        require(self.actions, _("This unit has nothing overdue, so there is nothing to chase."))

    def figures(self) -> dict[str, str]:
        """What stands for the placeholders, in the language of letters between offices."""
        return {
            "đơn vị": self.unit.name_vi,
            "số việc": str(len(self.actions)),
            "lâu nhất": f"{self.days} ngày",
        }

    def as_proof(self) -> dict:
        """Each action with its deadline of today."""
        return {"actions": [{"ref": action.ref, "due_on": action.due_on} for action in self.actions]}


@dataclass(frozen=True)
class Missing:
    """The submission the unit owes the present review; None when nothing is expected of it."""

    unit: Unit
    today: date
    review: Review | None
    submission: Submission | None
    answer_by: date
    about = SUBMISSION
    actions = ()

    @classmethod
    def of_units(cls, units: Iterable[Unit], today: date) -> dict[int, "Missing"]:
        """By the unit's id, in three queries."""
        review, until = Review.objects.current(), answer_by(today)
        owed = Submission.objects.filter(review=review, unit__in=units).select_related("unit", "review")
        found = {each.unit_id: each for each in owed}
        return {unit.pk: cls(unit, today, review, found.get(unit.pk), until) for unit in units}

    @property
    def days(self) -> int:
        """Days past the deadline; negative while there is time."""
        return (self.today - self.submission.deadline).days if self.submission else 0

    def expect(self) -> None:
        """Raise Refused when the review is not open, or the unit owes it nothing."""
        is_open = self.review and self.review.state in EXPECTING
        require(is_open, _("No review is open, so no submission is expected."))
        require(self.submission, _("No submission is expected of this unit in this review."))
        state = self.submission.state
        require(state != "exempt", _("This unit need not hand in; there is nothing to chase."))
        require(
            state not in ("submitted", "accepted"), _("This unit has handed in; there is nothing to chase.")
        )

    def figures(self) -> dict[str, str]:
        """What stands for the placeholders, in the language of letters between offices."""
        deadline = self.submission.deadline
        return {
            "đơn vị": self.unit.name_vi,
            "hạn nộp": f"{deadline:%d/%m/%Y}",
            "thời hạn": in_words(self.days),
            "nộp chậm nhất": f"{max(deadline, self.answer_by if self.days > 0 else deadline):%d/%m/%Y}",
        }

    @cached_property
    def lacks(self) -> list[str]:
        """What is still to be done before it is handed in."""
        return still_to_do(self.submission)

    def as_proof(self) -> dict:
        """The deadline and what was missing today, in the language of letters between offices."""
        with override("vi"):
            lacks = still_to_do(self.submission)
        owed = {"due_on": self.submission.deadline, "days": self.days, "lacks": lacks}
        return {"actions": [], "submission": owed | {"state": self.submission.state}}


SUBJECTS = {OVERDUE: Overdue, SUBMISSION: Missing}


def units_with(about: str, today: date) -> list[Unit]:
    """The units that have something to be chased about."""
    units = Unit.objects.select_related("group")
    if about == OVERDUE:
        late = Action.objects.overdue(today).order_by()
        return list(units.filter(pk__in=late.values("lead_unit")))
    missing = Submission.objects.missing().filter(review=Review.objects.current())
    return list(units.filter(pk__in=missing.filter(review__state__in=EXPECTING).values("unit")))


def in_words(days: int) -> str:
    """How a date lies, as letters between offices say it."""
    if days > 0:
        return f"đã quá hạn {days} ngày"
    return f"còn {-days} ngày" if days else "đến hạn hôm nay"


def still_to_do(submission: Submission) -> list[str]:
    """The step the unit is at, and what its weaknesses lack."""
    steps = {
        "not_started": _("Nobody has begun to write it."),
        "draft": _("It is being written and was not sent to the head of unit."),
        "head_review": _("It waits for the head of unit, who hands it in."),
        "returned": _("It was returned to be completed and has not been handed in again."),
    }
    lacks = submission.lacks() if submission.state in ("draft", "returned") else []
    return [steps.get(submission.state, ""), *map(str, lacks)]
