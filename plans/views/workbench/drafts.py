"""The draft plan and its lines, as the pages of the workbench find them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from plans.models import Plan, PlanItem
from plans.views.plans import find_plan
from tracker import rules
from tracker.models import Action
from tracker.views.refusals import UNTYPED
from tracker.views.verb import require_role

from .way_back import bench

MOST_ROWS = 500


def find_draft(request: HttpRequest, year: int) -> Plan:
    """The plan, for those who consolidate it; the verbs say whether it is still a draft."""
    require_role(rules.may_edit_plan(request.actor))
    return find_plan(request, year)


def find_line(plan: Plan, pk: int) -> PlanItem | None:
    """The line of the plan under this number, while it stands there."""
    lines = plan.items.select_related("index", "criterion", "lead_unit").filter(pk=pk)
    found = lines.first()
    if found:
        found.plan = plan
    return found


def where_it_went(request: HttpRequest, plan: Plan, pk: int) -> HttpResponse:
    """A line that is gone leads to the one it was merged into; what somebody was typing on it is shown to be copied."""
    event = plan.where_it_went(pk)
    if event is None:
        get_object_or_404(plan.items, pk=pk)
    if request.method == "POST":
        kept = [("", text) for name, text in request.POST.items() if name not in UNTYPED and text]
        context = {"message": plan.why_gone(pk), "kept": kept, "back": bench(plan)}
        return render(request, "refused.html", context, status=409)
    heirs = [line["item"] for line in event.after["lines"]]
    return redirect("plan-item", year=plan.review.plan_year, pk=heirs[0]) if heirs else redirect(bench(plan))


def rows_asked(request: HttpRequest, plan: Plan) -> list[Action]:
    """The rows that a form or an address names; every waiting row when all are asked for."""
    asked = request.POST if request.method == "POST" else request.GET
    if asked.get("all"):
        return list(plan.unplaced())
    rows = Action.objects.visible_to(request.actor).filter(ref__in=asked.getlist("action")[:MOST_ROWS])
    related = ("weakness__index", "weakness__unit", "lead_unit", "contribution__item")
    return list(rows.select_related(*related).order_by("pk"))
