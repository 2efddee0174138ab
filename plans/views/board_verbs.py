"""What Home Affairs does to many units from the board: exempt them, date them, expect them again."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.board import ExemptionForm, ExpectationForm, OwnDateForm
from plans.models import Submission
from tracker.templatetags.page import day

from .board_many import Change, change


def exempt(request: HttpRequest, year: int) -> HttpResponse:
    """Units that need not hand in this year."""
    return change(request, year, Change(
        "exempt", Submission.why_not_exempt, ExemptionForm,
        lambda n: ngettext("Exempt %d unit", "Exempt %d units", n) % n,
        _("Exempt these units"),
        lambda n, words: ngettext("%d unit need not hand in.", "%d units need not hand in.", n) % n,
        _("They are no longer reminded, and are not counted among those that owe a submission."),
    ))  # fmt: skip


def grant_date(request: HttpRequest, year: int) -> HttpResponse:
    """A deadline of their own for some units."""
    return change(request, year, Change(
        "grant_date", Submission.why_no_date, OwnDateForm,
        lambda n: ngettext("Own deadline for %d unit", "Own deadline for %d units", n) % n,
        _("Give this deadline"),
        lambda n, words: ngettext("%(n)d unit got the date %(day)s.", "%(n)d units got the date %(day)s.", n)
        % {"n": n, "day": day(words["due_on"])},
        _("Reminders and lateness follow the new date. The deadline of the other units stays."),
    ))  # fmt: skip


def expect_again(request: HttpRequest, year: int) -> HttpResponse:
    """Units whose exemption is taken back."""
    return change(request, year, Change(
        "expect_again", Submission.why_not_expected_again, ExpectationForm,
        lambda n: ngettext("Expect %d unit again", "Expect %d units again", n) % n,
        _("Expect again"),
        lambda n, words: ngettext(
            "%d unit is to hand in after all.", "%d units are to hand in after all.", n
        ) % n,
        _("They go on where they stood before the exemption, and are reminded again."),
    ))  # fmt: skip
