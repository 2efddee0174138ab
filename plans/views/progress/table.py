"""How far the plan is, on any day since its issue, by index, group, unit or line; and why each figure is what it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans.forms.progress.asked import AskedForm
from plans.models import Plan, RollUpRun
from plans.progress import days, telling
from plans.progress.table import Table
from plans.progress.table_ordering import ProgressOrdering
from plans.progress.things import BY
from plans.progress.window import Window
from plans.views.plans import find_plan
from tracker import calendar, rules

ROWS_A_PAGE = 100


def show(request: HttpRequest, year: int) -> HttpResponse:
    """The sum first; a day that cannot be asked for is told, and nothing is shown under it."""
    plan, today = find_plan(request, year), calendar.today()
    form = AskedForm(request.GET, plan, today)
    context = {
        "plan": plan, "form": form, "today": today, "tabs": BY.items(),
        "may_close": rules.may_close_period(request.actor), "drift": _drift(request.actor),
    }  # fmt: skip
    if not form.is_valid():
        context["days"] = days.to_look_at(plan, today)
        return render(request, "plans/progress/table.html", context, status=422)
    return render(request, "plans/progress/table.html", context | _shown(request, plan, form, today))


def asked_table(request: HttpRequest, plan: Plan, form: AskedForm) -> Table:
    """What a sound question asks for, as its reader may see it."""
    asked = form.cleaned_data
    return Table(plan, request.actor, asked["by"], asked["on"], asked["since"])


def _shown(request, plan, form, today) -> dict:
    table, ordering = asked_table(request, plan, form), ProgressOrdering.of(request.GET)
    return {
        "table": table,
        "ordering": ordering,
        "window": Window.of(ordering.sort(table.rows), request.GET, ROWS_A_PAGE),
        "sentences": telling.told(table.sum, table.lines, table.on, table.since),
        "days": days.to_look_at(plan, today),
        "earlier": days.to_compare_with(plan, table.on),
    }


def _drift(actor) -> RollUpRun | None:
    """For Home Affairs: the last count from scratch, where it found that something had been miscounted."""
    last = RollUpRun.objects.first() if actor.is_home_affairs else None
    return last if last and last.drifted else None
