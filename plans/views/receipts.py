"""The receipt of what was handed in, with the whole of it to print."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from plans.models import SubmissionCopy
from plans.models.planning.version import digest

from .submissions import find_submission


def show(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The latest attempt, or the one that is asked for; where nothing was handed in, back to the task list."""
    submission = find_submission(request, year, unit)
    copies = list(submission.copies.order_by("-attempt"))
    if not copies:
        return redirect("submission", year=year, unit=unit)
    copy = _asked_for(copies, request.GET.get("attempt"))
    context = {"submission": submission, "copy": copy, "copies": copies, "content": copy.content}
    context |= {
        "counts": counts_of(copy.content),
        "is_unchanged": digest(copy.content) == copy.sha256,
        "is_of_its_day": localdate(copy.handed_in_at) == copy.handed_in_on,
    }
    return render(request, "plans/receipt.html", context)


def counts_of(content: dict) -> dict[str, int]:
    """How much was handed in."""
    weaknesses = content["weaknesses"]
    rows = {name: sum(len(each[name]) for each in weaknesses) for name in ("causes", "actions")}
    return rows | {"weaknesses": len(weaknesses), "files": len(content["files"])}


def _asked_for(copies: list[SubmissionCopy], attempt: str | None) -> SubmissionCopy:
    wanted = [copy for copy in copies if str(copy.attempt) == (attempt or str(copies[0].attempt))]
    if not wanted:
        raise Http404
    return wanted[0]
