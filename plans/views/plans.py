"""The province's plan: how far it is, line by line, and the draft compiled from what was accepted."""

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from plans.models import Plan, Submission
from plans.reading.page import PlanPage
from plans.reading.steps import steps_of
from tracker import calendar, rules
from tracker.forms.actions import EmptyForm
from tracker.models import Review
from tracker.views.verb import answer, in_place, require_role, who


def current(request: HttpRequest) -> HttpResponse:
    """The plan of the review that runs now."""
    review = Review.objects.current()
    if not review:
        return render(request, "plans/no_plan.html", {"review": None})
    return redirect("plan", year=review.plan_year)


def show(request: HttpRequest, year: int) -> HttpResponse:
    """The plan under headings; before it is issued only those who watch the whole province read it."""
    review = Review.objects.with_results_for(request.actor).filter(year=year - 1).first()
    plan = Plan.objects.filter(review=review).select_related("review").first() if review else None
    if not plan or not rules.may_see_plan(request.actor, plan):
        return _no_plan(request, year, review)
    page = PlanPage(plan, request.actor, calendar.today(), request.GET)
    context = {"plan": plan, "review": review, "page": page, "today": page.today}
    if in_place(request) and page.opened:
        response = render(request, "plans/life/_group.html", context | {"group": page.opened})
    else:
        response = render(request, "plans/plan.html", context | _around(plan, page.today))
    patch_vary_headers(response, ["HX-Request"])
    return response


def compile_draft(request: HttpRequest, year: int) -> HttpResponse:
    """Roll the accepted submissions up into the draft."""
    review = get_object_or_404(Review.objects.opened(), year=year - 1)
    require_role(rules.may_edit_plan(request.actor))
    return answer(
        request, EmptyForm(request, review), lambda version: Plan.compile(review, **who(request)),
        title=_("Compile the draft plan"), submit=_("Compile"), done=_("The draft is compiled."),
        back=reverse("plan", args=[year]), template="plans/life/compile.html", review=review,
        explain=_("Every accepted action that the draft lacks is added to it, under its index, and each line takes over"
                  " the wording that Home Affairs has chosen. Nothing is taken out."),
    )  # fmt: skip


def find_plan(request: HttpRequest, year: int) -> Plan:
    """The plan of that year; one that the asker may not read yet does not exist for him."""
    plan = get_object_or_404(Plan.objects.select_related("review"), review__year=year - 1)
    if not rules.may_see_plan(request.actor, plan):
        raise Http404
    return plan


def _no_plan(request: HttpRequest, year: int, review: Review | None) -> HttpResponse:
    """Not compiled or not issued yet; or of a year whose units were never asked, or of one nobody knows."""
    years = [opened + 1 for opened in Review.objects.opened().values_list("year", flat=True)]
    context = {"review": review, "year": year, "assessed": year - 1, "years": years}
    context |= {"submissions": _submissions(review)} if review else {}
    return render(request, "plans/no_plan.html", context, status=200 if review else 404)


def _around(plan: Plan, today) -> dict:
    """What stands above the lines."""
    return {
        "submissions": _submissions(plan.review),
        "left_out": plan.left_out.count(),
        "steps": steps_of(plan),
        "checks": plan.checks(today) if plan.state == "draft" else [],
        "amendment": plan.is_issued and plan.amendments.filter(state="open").first(),
    }


def _submissions(review) -> dict[str, int]:
    """How many submissions are owed, handed in and accepted."""
    counted = Submission.objects.filter(review=review).exclude(state="exempt")
    handed_in = Count("pk", filter=Q(state__in=("submitted", "accepted")))
    return counted.aggregate(
        owed=Count("pk"), handed_in=handed_in, accepted=Count("pk", filter=Q(state="accepted"))
    )
