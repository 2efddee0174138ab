"""Several lines become one, or are kept apart for good."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.consolidation.sides import sides, with_contributors
from plans.forms.workbench.merging import LinesForm, MergeForm, lines_asked
from plans.models import Plan, PlanItem
from tracker.errors import Stale
from tracker.views.verb import answer, who

from .drafts import bench, find_draft


def create(request: HttpRequest, year: int) -> HttpResponse:
    """The lines side by side; one button merges them, the other keeps them apart."""
    plan, items = find_draft(request, year), _items(request)
    if request.method != "POST" and len(items) < 2:
        messages.error(request, _("Tick at least two lines to merge."))
        return redirect(bench(plan))
    form = MergeForm(request, plan)

    def merge(line: dict, into: int | None, version: int):
        kept = next((item for item in items if item.pk == into), None)
        plan.merge(_there(plan, items, line), into=kept, seen=line, **who(request))

    back = _back(form, plan, items)
    return _answer(request, form, plan, items, merge, done=_("Merged into one line."), back=back)


def keep_apart(request: HttpRequest, year: int) -> HttpResponse:
    """They read alike and are not the same: never proposed again."""
    plan, items = find_draft(request, year), _items(request)
    if request.method != "POST" or len(items) < 2:
        return redirect(f"{reverse('plan-merging', kwargs={'year': year})}?{request.GET.urlencode()}")
    form = LinesForm(request, plan)

    def part(line: dict, version: int):
        plan.keep_apart(*items, **who(request))

    done = _("Kept apart. They are not proposed again.")
    return _answer(request, form, plan, items, part, done=done, back=_proposals(plan, items))


def _answer(request, form, plan: Plan, items: list[PlanItem], do, **words) -> HttpResponse:
    """What a colleague changed meanwhile is shown at once, ready to be decided again."""
    template = "plans/workbench/merging.html"
    words |= {"title": _("Merge lines of the plan"), "submit": _("Merge")}
    context = {"plan": plan, "sides": sides(items) if items else []}
    try:
        return answer(request, form, do, template=template, **words, **context)
    except Stale as overtaken:
        form = MergeForm(request, plan).again(plan.version)
        context |= {"form": form, "attempt": request.attempt, "overtaken": str(overtaken)}
        return render(request, template, context, status=409)


def _items(request) -> list[PlanItem]:
    asked = request.POST if request.method == "POST" else request.GET
    wanted = lines_asked(asked.getlist("line"))
    return list(with_contributors(PlanItem.objects.filter(pk__in=wanted)).order_by("position", "pk"))


def _there(plan: Plan, items: list[PlanItem], line: dict) -> list[PlanItem]:
    """The ticked lines; one that is gone is named by the verb."""
    found = {item.pk: item for item in items}
    return [found.get(pk) or PlanItem(pk=pk, plan=plan) for pk in line]


def _back(form, plan: Plan, items: list[PlanItem]) -> str:
    """To the proposals when one of them was decided, else to the line that holds them all."""
    kept = next(
        (item for item in items if str(item.pk) == form.data.get("into")), items[0] if items else None
    )
    if kept and form.data.get("proposed"):
        return f"{_proposals(plan, items)}&merged={kept.pk}"
    return bench(plan, kept)


def _proposals(plan: Plan, items: list[PlanItem]) -> str:
    return f"{bench(plan)}?index={items[0].index.code}" if items else bench(plan)
