"""A unit's submissions as the people of the unit meet them: to approve, to write, with others, decided lately."""

from dataclasses import dataclass
from datetime import date, timedelta

from plans.models import Submission
from tracker.models import Event, Review
from tracker.models.time_status import DUE_SOON

WITH_OTHERS = ("head_review", "submitted")
DECISIONS = (
    "returned", "returned_by_head", "accepted", "exempted", "date_granted", "expected_again", "reconsidered",
)  # fmt: skip
RECENT, MOST_DECISIONS = timedelta(days=14), 5


@dataclass(frozen=True)
class Desk:
    """What one person sees of the submissions of the units he works for."""

    approvals: list[Submission]
    to_write: list[Submission]
    pressing: list[Submission]
    waiting: list[Submission]
    decisions: list[tuple[Event, Submission]]

    @classmethod
    def of(cls, actor, today: date) -> "Desk":
        """The submissions of the present review; those due first stand first."""
        mine = sorted(_of_the_units_of(actor), key=lambda each: each.deadline)
        approvals = [each for each in mine if each.state == "head_review" and actor.is_head_of(each.unit_id)]
        with_others = [each for each in mine if each.state in WITH_OTHERS and each not in approvals]
        to_write = [each for each in mine if each.is_writable]
        pressing = [
            each for each in to_write if each.state == "returned" or each.deadline <= today + DUE_SOON
        ]
        return cls(approvals, to_write, pressing, with_others, _decided(mine, today))

    @property
    def quiet(self) -> list[Submission]:
        """To be written, but neither returned nor due within a week."""
        return [each for each in self.to_write if each not in self.pressing]

    @property
    def waiting_count(self) -> int:
        return len(self.waiting)

    @property
    def pressing_count(self) -> int:
        return len(self.pressing)

    def first_before(self, action, today: date) -> Submission | None:
        """The submission to be written when it is late or due before the action."""
        first = next(iter(self.to_write), None)
        is_first = first and (not action or first.days_late(today) or first.deadline <= action.due_on)
        return first if is_first else None


def _of_the_units_of(actor):
    working = Submission.objects.visible_to(actor).filter(unit__in=actor.working_unit_ids)
    return working.filter(review=Review.objects.current()).select_related("unit", "review")


def _decided(mine: list[Submission], today: date) -> list[tuple[Event, Submission]]:
    """What the head or Home Affairs decided on them in the last two weeks, latest first."""
    known = {each.pk: each for each in mine}
    lately = Event.objects.filter(subject="submission", subject_id__in=known, verb__in=DECISIONS)
    recent = lately.filter(happened_on__gte=today - RECENT).order_by("-pk")[:MOST_DECISIONS]
    return [(event, known[event.subject_id]) for event in recent]
