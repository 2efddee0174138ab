"""Lines side by side, to be decided on: what a form or an address names, and where the decision leads back to."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from plans.consolidation.sides import sides, with_contributors
from plans.forms.workbench.merging import MergeForm, lines_asked
from plans.models import Plan, PlanItem
from tracker.errors import Stale
from tracker.views.verb import answer

from .way_back import back

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
    wanted = lines_asked(sent(request).getlist("line"))
    return list(with_contributors(PlanItem.objects.filter(pk__in=wanted)).order_by("position", "pk"))


def there(plan: Plan, items: list[PlanItem], line: dict) -> list[PlanItem]:
    """The ticked lines; one that is gone is named by the verb."""
    found = {item.pk: item for item in items}
    return [found.get(pk) or PlanItem(pk=pk, plan=plan) for pk in line]


def with_ticks(request, plan: Plan, items: list[PlanItem]) -> str:
    """Back to the lines as they were, the same ones ticked."""
    told = {} if request.GET.get("index") or not items else {"index": items[0].index.code}
    return f"{back(request, plan, **told)}#dong"


def sent(request):
    return request.POST if request.method == "POST" else request.GET


def _of_one_index(items: list[PlanItem]) -> list[tuple]:
    """Each index of which several lines are ticked, with the address that shows these alone."""
    several = {item.index: [other.pk for other in items if other.index == item.index] for item in items}
    return [
        (index, len(pks), urlencode([("line", pk) for pk in pks]))
        for index, pks in several.items()
        if len(pks) > 1
    ]
