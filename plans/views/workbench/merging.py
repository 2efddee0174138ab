"""Several lines become one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plans.forms.workbench.merging import MergeForm
from plans.models import Plan, PlanItem
from plans.models.planning.consolidating import expect_mergeable
from tracker.errors import Invalid
from tracker.views.verb import who

from .drafts import bench, find_draft, ticks
from .side_by_side import decide, lines_named, proposals, there, with_ticks


def create(request: HttpRequest, year: int) -> HttpResponse:
    """The lines side by side; one button merges them, the other keeps them apart."""
    plan, items = find_draft(request, year), lines_named(request)
    if request.method != "POST" and len(items) < 2:
        messages.error(request, _("Tick at least two lines to merge."))
        return redirect(with_ticks(request, plan, items))
    form = MergeForm(request, plan)

    def merge(line: dict, into: int | None, version: int):
        kept = next((item for item in items if item.pk == into), None)
        plan.merge(there(plan, items, line), into=kept, seen=line, **who(request))

    return decide(
        request, form, plan, items, merge, done=_("Merged into one line."),
        back=_back(request, form, plan, items), objection="" if form.is_bound else _objection(items),
    )  # fmt: skip


def _objection(items: list[PlanItem]) -> str:
    """Why these lines cannot become one, before anybody tries."""
    try:
        expect_mergeable(items)
    except Invalid as refusal:
        return refusal.errors["line"]
    return ""


def _back(request, form, plan: Plan, items: list[PlanItem]) -> str:
    """To the proposals when one of them was decided, else to the line that holds them all."""
    kept = next(
        (item for item in items if str(item.pk) == form.data.get("into")), items[0] if items else None
    )
    still = set(ticks(request)) - {item.pk for item in items if item != kept}
    if kept and form.data.get("proposed"):
        return proposals(plan, items, still, merged=kept.pk)
    return bench(plan, kept, sorted(still))
