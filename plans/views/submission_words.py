"""The two texts of a submission: its strengths, and what the head answers for; both are also kept while typing."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from plans.forms.submission import HeadForm, StrengthsForm
from plans.models import Submission
from tracker import rules
from tracker.errors import Refused
from tracker.vietnamese import tidy
from tracker.views.verb import answer, ask, who

from .chains import seen
from .submissions import find_submission, link


def strengths(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Say what went well; a unit without weaknesses also declares that it found none."""
    submission = find_submission(request, year, unit)
    form = StrengthsForm(request, submission)
    return _write(request, form, title=_("Strengths"), done=_("The strengths are saved."))


def head(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Say what the head of unit answers for."""
    form = HeadForm(request, find_submission(request, year, unit))
    title, done = _("Responsibility of the head of unit"), _("The responsibility of the head is saved.")
    return _write(request, form, title=title, done=done)


def _write(request, form, **words) -> HttpResponse:
    """The button saves once and leads back; a request of htmx keeps what stands there and says so."""
    submission = form.thing
    ask(request, rules.may_draft_submission, submission)
    if request.method == "POST" and "HX-Request" in request.headers:
        return _keep_while_typing(request, form)
    return answer(
        request, form, lambda **typed: _keep(submission.pk, **typed, **who(request)),
        submit=_("Save"), back=link(submission), template="plans/submission_words.html",
        submission=submission, **words,
    )  # fmt: skip


def _keep_while_typing(request, form) -> HttpResponse:
    """Only the line that says what was kept; the button still shows every conflict in full."""
    context = {"version": form.seen_version() if form.is_valid() else form["version"].value()}
    try:
        if form.is_valid():
            context = {"version": _keep(form.thing.pk, **form.words(), **who(request)), "is_kept": True}
    except Refused as refusal:
        context["refusal"] = str(refusal)
    return render(request, "plans/_kept.html", context)


@transaction.atomic
def _keep(pk: int, *, by, today, version: int, **words) -> int:
    """Write what differs, and give the version. What is kept already is no conflict: typing and button may race."""
    submission = Submission.objects.select_for_update().get(pk=pk)
    texts = {name: value if isinstance(value, bool) else tidy(value) for name, value in words.items()}
    if any(getattr(submission, name) != value for name, value in texts.items()):
        submission.draft(by=by, today=today, version=seen(submission, version, by.user), **texts)
    return submission.version
