"""What a unit changed between two attempts, word by word."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plans.submissions.differences import between
from plans.submissions.parts import address
from tracker import rules

from .submissions import find_submission


def show(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The latest attempt, or the one that is asked for, beside the one before it."""
    submission = find_submission(request, year, unit)
    copies = {str(copy.attempt): copy for copy in submission.copies.order_by("attempt")}
    if not copies:
        return redirect("submission", year=year, unit=unit)
    later = copies.get(request.GET.get("attempt", max(copies, key=int)))
    if later is None:
        raise Http404
    earlier = copies.get(str(later.attempt - 1))
    decides = rules.may_decide_submission(request.actor, submission)
    context = {
        "submission": submission, "later": later, "earlier": earlier,
        "pairs": [copy for copy in copies.values() if copy.attempt > 1],
        "sections": between(earlier.content, later.content) if earlier else [],
        "back": address(submission, "submission-review" if decides else "submission"),
    }  # fmt: skip
    return render(request, "plans/submission_changes.html", context)
