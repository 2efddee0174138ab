"""From the official over the head to Home Affairs: check, send, approve, return, take back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.submission import ApprovalForm
from plans.models.submissions.copy import words_of
from plans.submissions.parts import address, progress_of
from plans.submissions.standing import standing_of
from tracker import calendar, rules
from tracker.forms.actions import EmptyForm, ReasonForm
from tracker.views.verb import answer, ask, who

from .receipts import counts_of
from .submissions import find_submission, link

HANDED_IN = ("submitted", "accepted")


def check(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Everything that is to be handed in, what it still lacks, and the button of the reader's role."""
    submission = find_submission(request, year, unit)
    today = calendar.today()
    return answer(
        request, EmptyForm(request, submission),
        lambda version: submission.send_to_head(version=version, **who(request)),
        title=_("Check before sending"), submit=_("Send to the head"), back=link(submission),
        done=_("It is sent. The head of unit is told."), template="plans/submission_check.html",
        **_whole(submission, request.actor, today),
    )  # fmt: skip


def to_head(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The button of the check page; what cannot be sent yet comes back as that page."""
    find_submission(request, year, unit)  # of another unit's there is nothing, not even a way on
    if request.method != "POST":
        return redirect("submission-check", year=year, unit=unit)
    return check(request, year, unit)


def submit(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The head reads the numbers once more and hands in."""
    submission = find_submission(request, year, unit)
    ask(request, rules.may_submit, submission)
    if request.method != "POST" and submission.state in HANDED_IN:  # somebody came back with the browser
        return redirect("submission-receipt", year=year, unit=unit)
    today = calendar.today()
    return answer(
        request, ApprovalForm(request, submission),
        lambda **words: _hand_in(submission, **words, **who(request)),
        title=_("Approve and submit"), submit=_submit_words(submission, today),
        done=_("It is handed in to Home Affairs."), back=address(submission, "submission-receipt"),
        template="plans/submission_submit.html", **_whole(submission, request.actor, today),
    )  # fmt: skip


def return_to_official(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The head wants changes first and says which."""
    submission = find_submission(request, year, unit)
    ask(request, rules.may_submit, submission)
    return answer(
        request, ReasonForm(request, submission),
        lambda **words: submission.return_to_official(**words, **who(request)),
        title=_("Return to the official"), submit=_("Return it"), done=_("It is returned to the official."),
        back=link(submission),
    )  # fmt: skip


def recall(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The official takes it back from the head."""
    submission = find_submission(request, year, unit)
    ask(request, rules.may_draft_submission, submission)
    return answer(
        request, EmptyForm(request, submission),
        lambda version: submission.recall(version=version, **who(request)),
        title=_("Take the submission back from the head"), submit=_("Take it back"),
        done=_("It is a draft again."), back=link(submission),
        explain=_("The head of unit can no longer approve it; you write on and send it again."),
    )  # fmt: skip


def _whole(submission, actor, today) -> dict:
    """What the pages show before the decision: the words as they will be frozen, and what is missing."""
    content = words_of(submission, actor)
    return {
        "submission": submission, "today": today, "content": content, "counts": counts_of(content),
        "progress": progress_of(submission), "standing": standing_of(submission, actor, today),
        "submit_words": _submit_words(submission, today),
    }  # fmt: skip


def _hand_in(submission, version: int, seen: str, **who) -> None:
    """A head who wrote it himself approves what nobody sent him."""
    if submission.state != "head_review":
        submission.send_to_head(version=version, **who)
        version = submission.version
    submission.submit(version=version, seen=seen, **who)


def _submit_words(submission, today) -> str:
    """The button says when it is late; late is recorded, not blocked."""
    late = max(0, (today - submission.deadline).days)
    return (
        ngettext("Submit %d day late", "Submit %d days late", late) % late
        if late
        else _("Approve and submit")
    )
