"""Seven units of two groups, one in each state a submission can have."""

from datetime import timedelta

from plans.models import Submission
from tests import factories
from tracker import calendar
from tracker.models import AssessedUnit, Review

IN_STATE = {
    "U1": "not_started", "U2": "draft", "U3": "head_review", "U4": "submitted", "U5": "returned",
    "U6": "accepted", "U7": "exempt",
}  # fmt: skip
NAMES = {"U1": "Sở Đất đai", "U2": "Sở Giáo dục"}
FIRST, SECOND = 3, 4  # how many units the two groups have


def make_units() -> None:
    districts = factories.group("huyen", "UBND huyện")
    districts.position = 9
    districts.save()
    for number, code in enumerate(IN_STATE):
        group = factories.group() if number < FIRST else districts
        factories.unit(code, NAMES.get(code, f"Đơn vị {code}"), group=group)


def lived(review: Review) -> Review:
    """The review as of today, due in ten days, each unit in its state; the cast's own units are left out."""
    today = calendar.today()
    days = {"conference_on": -10, "submissions_due_on": 10, "plan_due_on": 40}
    Review.objects.filter(pk=review.pk).update(
        **{name: today + timedelta(days=number) for name, number in days.items()}
    )
    Submission.objects.exclude(unit__code__in=IN_STATE).delete()
    AssessedUnit.objects.exclude(unit__code__in=IN_STATE).delete()
    for code, state in IN_STATE.items():
        handed_in = {"submitted_on": today, "attempt": 1} if state in ("submitted", "accepted") else {}
        accepted = {"accepted_on": today} if state == "accepted" else {}
        Submission.objects.filter(unit__code=code).update(state=state, **handed_in, **accepted)
    return Review.objects.get(pk=review.pk)
