"""A unit's submission as a list of parts, done in any order; and the way to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from plans.models import Submission
from plans.models.submissions import repeating
from plans.submissions.parts import address, progress_of, where
from plans.submissions.standing import standing_of
from tracker import calendar, rules
from tracker.models import Review


def current(request: HttpRequest) -> HttpResponse:
    """A unit is led to its own submission of the present review; those who watch to the board of all."""
    review = Review.objects.current()
    if rules.may_watch_submissions(request.actor) and (shown := review or Review.objects.held_here().first()):
        return redirect("board", shown.year)
    listed = Submission.objects.visible_to(request.actor).filter(review=review)
    submissions = list(listed.select_related("unit__group", "review"))
    if len(submissions) == 1:
        return redirect("submission", **where(submissions[0]))
    context = {"review": review, "submissions": submissions, "today": calendar.today()}
    context |= {"may_run": rules.may_run_review(request.actor)}
    return render(request, "plans/submissions.html", context)


def show(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The task list: what is done, what is missing, and the one thing to do next."""
    submission = find_submission(request, year, unit)
    today = calendar.today()
    context = {
        "submission": submission,
        "today": today,
        "progress": progress_of(submission),
        "standing": standing_of(submission, request.actor, today),
        "has_last_year": repeating.earlier_review(submission) is not None,
    }
    return render(request, "plans/submission.html", context)


def find_submission(request: HttpRequest, year: int, unit: str) -> Submission:
    """The unit's submission for that review; another unit's does not exist for the asker."""
    visible = Submission.objects.visible_to(request.actor).select_related("review", "unit")
    return get_object_or_404(visible, review__year=year, unit__code=unit)


def link(submission: Submission) -> str:
    """Where the task list is."""
    return address(submission, "submission")
