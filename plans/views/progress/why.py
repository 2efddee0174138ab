"""Why a figure is what it is: its meaning, and the actions that make it up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from plans.forms.progress.asked import WhyForm
from plans.models import Plan
from plans.progress.things import Thing, readable, things
from plans.progress.why import Why
from plans.progress.why_list import WhyList
from plans.views.plans import find_plan
from tracker import calendar
from tracker.errors import Invalid


def show(request: HttpRequest, year: int) -> HttpResponse:
    """One figure; what the reader may not see does not exist."""
    plan = find_plan(request, year)
    form = WhyForm(request.GET, plan, calendar.today())
    if not form.is_valid():
        raise Invalid({name: " ".join(reasons) for name, reasons in form.errors.items()})
    why = _asked(request, plan, form.cleaned_data)
    context = {"plan": plan, "why": why, "lists": WhyList.all_of(why, request.actor, request.GET)}
    return render(request, "plans/progress/why.html", context)


def _asked(request, plan: Plan, asked: dict) -> Why:
    thing = _find(request, plan, asked["by"], asked["key"])
    return Why(plan, asked["by"], thing, asked["count"], asked["on"], asked["since"])


def _find(request, plan: Plan, by: str, key: str) -> Thing:
    seen = readable(plan, request.actor, by, [key])
    found = [thing for thing in things(plan, by) if thing.key == key and key in seen]
    if not found:
        raise Http404
    return found[0]
