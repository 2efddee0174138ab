"""Lines side by side, to be decided on: what a form or an address names, and where the decision leads back to."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from plans.consolidation.sides import sides, with_contributors
from plans.forms.workbench.merging import MergeForm, lines_asked
from plans.models import Plan, PlanItem
from tracker.errors import Stale
from tracker.views.verb import answer

from .drafts import bench

PAGE = "plans/workbench/merging.html"


def decide(
    request, form, plan: Plan, items: list[PlanItem], do, *, objection: str = "", **words
) -> HttpResponse:
    """What a colleague changed meanwhile is shown at once, ready to be decided again."""
    words |= {"title": _("Merge lines of the plan"), "submit": _("Merge")}
    context = {"plan": plan, "sides": sides(items) if items else [], "objection": objection,
               "of_one_index": _of_one_index(items), "again": with_ticks(request, plan, items)}  # fmt: skip
    try:
        return answer(request, form, do, template=PAGE, **words, **context)
    except Stale as overtaken:
        form = MergeForm(request, plan).again(plan.version)
        context |= {"form": form, "attempt": request.attempt, "overtaken": str(overtaken)}
        return render(request, PAGE, context, status=409)


def lines_named(request) -> list[PlanItem]:
    """The lines of the address or of the form that still stand somewhere, with all that is shown of them."""
    wanted = lines_asked(_sent(request).getlist("line"))
    return list(with_contributors(PlanItem.objects.filter(pk__in=wanted)).order_by("position", "pk"))


def there(plan: Plan, items: list[PlanItem], line: dict) -> list[PlanItem]:
    """The ticked lines; one that is gone is named by the verb."""
    found = {item.pk: item for item in items}
    return [found.get(pk) or PlanItem(pk=pk, plan=plan) for pk in line]


def proposals(plan: Plan, items: list[PlanItem], still: Iterable[int], **told) -> str:
    """The index whose proposals somebody works through; what else is ticked stays ticked."""
    place = {"index": items[0].index.code} if items else {}
    query = urlencode([*place.items(), *told.items(), *(("line", pk) for pk in sorted(still))])
    return f"{bench(plan)}?{query}" if query else bench(plan)


def with_ticks(request, plan: Plan, items: list[PlanItem]) -> str:
    """Back to the workbench as it was, the same lines ticked."""
    index = _sent(request).get("index") or (items[0].index.code if items else "")
    query = [("index", index), ("q", _sent(request).get("q", "")), *(("line", item.pk) for item in items)]
    return f"{bench(plan)}?{urlencode([each for each in query if each[1]])}#dong"


def _of_one_index(items: list[PlanItem]) -> list[tuple]:
    """Each index of which several lines are ticked, with the address that shows these alone."""
    several = {item.index: [other.pk for other in items if other.index == item.index] for item in items}
    return [
        (index, len(pks), urlencode([("line", pk) for pk in pks]))
        for index, pks in several.items()
        if len(pks) > 1
    ]


def _sent(request):
    return request.POST if request.method == "POST" else request.GET
