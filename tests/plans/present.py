"""A review of these days: the pages and commands read the clock, so the summer of 2022 is over for them."""

from datetime import timedelta

from plans.models import Submission
from tracker.calendar import today
from tracker.models import Review


def moved_to_the_present(submission: Submission) -> Submission:
    """The submission, due in ten days."""
    now = today()
    dates = {"conference_on": -10, "submissions_due_on": 10, "plan_due_on": 40}
    Review.objects.filter(pk=submission.review_id).update(
        **{name: now + timedelta(days=days) for name, days in dates.items()}
    )
    return Submission.objects.select_related("review", "unit").get(pk=submission.pk)


def soon(days: int = 60) -> str:
    """A deadline that can be kept, as it is typed."""
    return f"{today() + timedelta(days=days):%d/%m/%Y}"
