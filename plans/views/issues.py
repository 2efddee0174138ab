"""The issue of a plan, as the signed paper records it, and the signed paper itself."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.issue import IssueForm, SignedFileForm
from tracker import reading_log, rules
from tracker.stored_files import saved
from tracker.views.verb import answer, require_role, who

from .plan_life import unmet_of
from .plans import find_plan


def create(request: HttpRequest, year: int) -> HttpResponse:
    """Type in number, date and signer; from then on the dates are the baseline."""
    plan = find_plan(request, year)
    require_role(rules.may_issue_plan(request.actor))
    unmet = unmet_of(plan)
    return answer(
        request, IssueForm(request, plan, unmet), lambda **words: plan.issue(**words, **who(request)),
        title=_("Record that the plan is issued"), submit=_("Record the issue"),
        done=_("The plan is issued. Its dates are the baseline."), back=reverse("plan", args=[year]),
        template="plans/life/step.html", plan=plan, review=plan.review, unmet=unmet,
        explain=_("Copy these from the signed paper. Afterwards every deadline is frozen and every unit is told."),
    )  # fmt: skip


def signed_file(request: HttpRequest, year: int) -> HttpResponse:
    """The signed paper of the plan."""
    return scan_of(request, find_plan(request, year), back=reverse("plan", args=[year]))


def scan_of(request: HttpRequest, signed, *, back: str) -> HttpResponse:
    """The signed paper for everybody who may read what it says; the form for it as long as it is not there."""
    if signed.signed_file and request.method != "POST":
        return given(request, signed)
    require_role(rules.may_issue_plan(request.actor))
    if not signed.is_issued:
        raise Http404
    return answer(
        request, SignedFileForm(request, signed),
        lambda **words: signed.attach_signed_file(**words, **who(request)),
        title=_("Attach the signed paper %(number)s") % {"number": signed.number}, submit=_("Attach"),
        done=_("The signed paper is attached."), back=back,
        explain=_("Everybody who reads the plan can download it. It cannot be exchanged afterwards."),
    )  # fmt: skip


def given(request: HttpRequest, signed) -> FileResponse:
    """The file as it was brought: always saved, never run by the browser; the log says who took it."""
    response = saved(signed.signed_file, signed.signed_file_name)
    reading_log.signed_paper_taken(signed, request.actor)
    return response
