"""The files that go with a submission, such as the signed report."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from plans.forms.submission import AttachmentForm
from plans.models import SubmissionFile
from plans.submissions.parts import address
from tracker import rules
from tracker.errors import Refused
from tracker.forms.actions import EmptyForm
from tracker.views.evidence import SANDBOX
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
    response = FileResponse(_opened(attached), as_attachment=True, filename=attached.file_name,
                            content_type="application/octet-stream")  # fmt: skip
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


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


def _opened(attached: SubmissionFile):
    """The stored file; one that is gone from the store is an answer, not a crash."""
    try:
        return attached.file.open("rb")
    except FileNotFoundError:
        raise Refused(_("The file is no longer in the store. Tell the administrator.")) from None


def _find(request, year: int, unit: str, pk: int) -> SubmissionFile:
    """A file of the submission; one that was removed is no longer read."""
    submission = find_submission(request, year, unit)
    live = submission.files.live().select_related("submission__review", "submission__unit")
    return get_object_or_404(live, pk=pk)
