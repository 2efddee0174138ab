"""Home Affairs reads a submission row by row; each row's notes are kept by themselves, or by a button."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from plans.forms.examination import ExaminationForm
from plans.models import Submission, SubmissionRow
from plans.submissions.examination import Tally, readings_of
from plans.submissions.parts import address
from plans.submissions.waiting import Waiting
from tracker import calendar, rules
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event
from tracker.views.refusals import Attempt
from tracker.views.verb import SeeOther, in_place, require_role

from .receipts import counts_of
from .submissions import find_submission


def show(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """What was handed in, beside it the notes of Home Affairs, below both the decision."""
    submission = find_to_decide(request, year, unit)
    if not submission.copies.exists():
        return redirect("submission", year=year, unit=unit)
    return _page(request, submission)


def note(request: HttpRequest, year: int, unit: str, ref: str) -> HttpResponse:
    """Keep the notes on one row."""
    submission = find_to_decide(request, year, unit)
    here = f"{address(submission, 'submission-review')}#{ref}"
    if request.method != "POST":
        return redirect(here)
    row = get_object_or_404(submission.rows.select_related("weakness", "examined_by"), weakness__ref=ref)
    form = ExaminationForm(row, request.POST)
    request.attempt = Attempt(submission, form, _("Notes on one row"), _("Save"), here)
    return (
        _note_in_place(request, submission, form)
        if in_place(request)
        else _note(request, submission, form, here)
    )


def find_to_decide(request: HttpRequest, year: int, unit: str) -> Submission:
    """The submission, for those who decide on it."""
    submission = find_submission(request, year, unit)
    require_role(rules.may_decide_submission(request.actor, submission))
    return submission


def _note(request, submission, form, here: str) -> HttpResponse:
    """The button leads back to the row; what cannot be kept stays typed on the page."""
    try:
        if _keep(request, submission, form):
            return SeeOther(here)
        return _page(request, submission, bound=form, status=422)
    except Stale as refusal:
        submission.refresh_from_db()
        return _page(request, submission, bound=form, overtaken=str(refusal), status=409)


def _note_in_place(request, submission, form) -> HttpResponse:
    """Only the line that says what was kept, and beside the page the state of the decision."""
    context = {"form": form}
    try:
        context["is_kept"] = _keep(request, submission, form)
    except Stale as refusal:
        form.row.refresh_from_db()
        context["overtaken"] = str(refusal)
    except Refused as refusal:
        context["refusal"] = str(refusal)
    context |= {"row": form.row, "oob": True}
    return render(request, "plans/_noted.html", context | _decision(submission))


def _keep(request, submission, form) -> SubmissionRow | None:
    """The row as it is kept, or nothing when the form names what is wrong."""
    if not form.is_valid():
        return None
    try:
        words = {"by": request.actor, "now": timezone.now()} | form.words()
        form.row = submission.examine(form.row.weakness, **words)
        return form.row
    except Invalid as refusal:
        form.take(refusal)
        return None


def _page(request, submission, *, bound=None, overtaken: str = "", status: int = 200) -> HttpResponse:
    copies = list(submission.copies.select_related("handed_in_by").order_by("-attempt"))
    context = {
        "copy": copies[0], "content": copies[0].content, "counts": counts_of(copies[0].content),
        "is_repeated": len(copies) > 1, "readings": readings_of(submission, copies[0], bound),
        "files": submission.files.live(), "waiting": Waiting.around(submission, request.actor),
        "form": bound, "overtaken": overtaken, "today": calendar.today(), **_outcome(submission),
    }  # fmt: skip
    return render(request, "plans/examination.html", context | _decision(submission), status=status)


def _decision(submission) -> dict:
    """What a decision would do now, and the stamp of the notes it would be taken on."""
    return {"submission": submission, "tally": Tally.of(submission), "notes": submission.stamp_of_notes()}


def _outcome(submission) -> dict:
    """Of one that is decided: by whom and why, and whether the acceptance can be taken back."""
    if submission.state == "submitted":
        return {"taken_back": Event.objects.of(submission).filter(verb="reconsidered").last()}
    decided = Event.objects.of(submission).filter(verb__in=("accepted", "returned")).last()
    is_accepted = submission.state == "accepted"
    return {"decided": decided, "why_it_stays": submission.why_it_stays_accepted() if is_accepted else ""}
