"""The issue of a plan, as the signed paper records it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.issue import IssueForm
from tracker import rules
from tracker.views.verb import answer, require_role, who

from .plans import find_plan


def create(request: HttpRequest, year: int) -> HttpResponse:
    """Type in number, date and signer; from then on the dates are the baseline."""
    plan = find_plan(request, year)
    require_role(rules.may_edit_plan(request.actor))
    return answer(
        request, IssueForm(request, plan), lambda **words: plan.issue(**words, **who(request)),
        title=_("Record that the plan is issued"), submit=_("Record the issue"),
        done=_("The plan is issued. Its dates are the baseline."),
        back=reverse("plan", kwargs={"year": year}),
        explain=_("Copy these from the signed paper. Afterwards every deadline is frozen and every unit is told."),
    )  # fmt: skip
