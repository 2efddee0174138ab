"""The two texts of a submission: its strengths, and what the head answers for; each is also kept while typing."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from plans.forms.submission import HeadForm, StrengthsForm
from tracker import rules
from tracker.views.verb import answer, ask, who

from .submissions import find_submission, link


def strengths(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Say what went well; a unit without weaknesses also declares that it found none."""
    submission = find_submission(request, year, unit)
    ask(request, rules.may_draft_submission, submission)
    return answer(
        request, StrengthsForm(request, submission),
        lambda **words: submission.write_strengths(**words, **who(request)),
        title=_("Strengths"), submit=_("Save"), done=_("The strengths are saved."), back=link(submission),
    )  # fmt: skip


def head(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Say what the head of unit answers for."""
    submission = find_submission(request, year, unit)
    ask(request, rules.may_draft_submission, submission)
    return answer(
        request, HeadForm(request, submission),
        lambda **words: submission.write_head_responsibility(**words, **who(request)),
        title=_("Responsibility of the head of unit"), submit=_("Save"),
        done=_("The responsibility of the head is saved."), back=link(submission),
    )  # fmt: skip
