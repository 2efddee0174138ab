"""An amendment comes into force, and its signed paper can be read by everybody."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.amendments.words import AmendmentIssueForm
from plans.views.issues import scan_of
from tracker import rules
from tracker.views.verb import answer, require_role, who

from .preparing import find_amendment


def create(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """Type in what the signed paper says; from then on the plan reads as amended."""
    amendment = find_amendment(request, year, pk)
    require_role(rules.may_issue_plan(request.actor))
    return answer(
        request, AmendmentIssueForm(request, amendment), lambda **words: amendment.issue(**words, **who(request)),
        title=_("Record that the amendment is issued"), submit=_("Record the issue"),
        done=_("The amendment is issued. Owners and heads of the lines it touches are told."),
        back=reverse("amendment", args=[year, pk]), template="plans/amendments/issue.html", amendment=amendment,
        explain=_("Copy these from the signed paper. Afterwards lines and deadlines follow the amendment, and what the"
                  " plan says is frozen as its next version."),
    )  # fmt: skip


def signed_file(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """The signed paper of an issued amendment."""
    amendment = find_amendment(request, year, pk)
    return scan_of(request, amendment, back=reverse("amendment", args=[year, pk]))
