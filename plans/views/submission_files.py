"""The files that go with a submission, such as the signed report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from plans.forms.submission import AttachmentForm
from plans.models import SubmissionFile
from plans.submissions.parts import address
from tracker import rules
from tracker.forms.actions import EmptyForm
from tracker.stored_files import saved
from tracker.views.verb import answer, ask, who

from .submissions import find_submission, link


def index(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """What is attached, and the form for one more file."""
    submission = find_submission(request, year, unit)
    return answer(
        request, AttachmentForm(request, submission),
        lambda file: submission.attach(file, **who(request)),
        title=_("Attached files (signed report)"), submit=_("Attach"), done=_("The file is attached."),
        back=address(submission, "submission-files"), template="plans/submission_files.html",
        submission=submission, may_write=submission.may_write(request.actor), up=link(submission),
        files=submission.files.select_related("added_by", "removed_by"),
    )  # fmt: skip


def download(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """The file as it was brought: always saved, never run by the browser."""
    attached = _find(request, year, unit, pk)
    return saved(attached.file, attached.file_name)


def remove(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """Take a file out of account; its entry stays readable."""
    attached = _find(request, year, unit, pk)
    submission = attached.submission
    ask(request, rules.may_draft_submission, submission)
    return answer(
        request, EmptyForm(request, submission),
        lambda version: submission.detach(attached, **who(request)),
        title=_("Remove “%(title)s”") % {"title": attached.file_name}, submit=_("Remove the file"),
        done=_("The file is removed; its entry stays readable."),
        back=address(submission, "submission-files"),
    )  # fmt: skip


def _find(request, year: int, unit: str, pk: int) -> SubmissionFile:
    """A file of the submission; one that was removed is no longer read."""
    submission = find_submission(request, year, unit)
    live = submission.files.live().select_related("submission__review", "submission__unit")
    return get_object_or_404(live, pk=pk)
