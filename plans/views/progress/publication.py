"""Home Affairs makes the issued plan public, or takes it down again, after seeing what strangers will read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.progress.publication import HIDDEN, PublicationForm
from plans.models import Plan
from plans.publication.public_plan import PublicPlan
from plans.views.plans import find_plan
from tracker import calendar, rules
from tracker.views.verb import answer, require_role, who

TEMPLATE = "plans/progress/publication.html"


def show(request: HttpRequest, year: int) -> HttpResponse:
    """One page, one button: put up, or take down."""
    plan = find_plan(request, year)
    require_role(rules.may_publish_plan(request.actor))
    form = PublicationForm(request, plan)
    return answer(
        request, form, lambda **words: _write(request, plan, **words), **_words(form["wanted"].value()),
        back=reverse("plan", kwargs={"year": year}), template=TEMPLATE, plan=plan,
        address=request.build_absolute_uri(reverse("public-plan", args=[year])),
        published=PublicPlan(plan, calendar.today(), request.GET) if plan.is_issued else None,
    )  # fmt: skip


def _write(request, plan: Plan, *, wanted: str, version: int) -> None:
    change = plan.hide if wanted == HIDDEN else plan.publish
    change(version=version, **who(request))


def _words(wanted: str) -> dict[str, str]:
    if wanted == HIDDEN:
        return {
            "title": _("Take the public page down"),
            "submit": _("Take it down"),
            "done": _("The public page is taken down. Its address now answers that there is nothing."),
        }
    return {
        "title": _("Make the plan public"),
        "submit": _("Make it public"),
        "done": _("The plan is public. Anybody can read it without logging in."),
    }
