"""Several lines become one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plans.forms.workbench.merging import TOO_MANY, MergeForm, too_many
from plans.models import Plan, PlanItem
from plans.models.planning.consolidating import expect_mergeable
from tracker.errors import Invalid
from tracker.views.verb import who

from .drafts import find_draft
from .side_by_side import decide, lines_named, sent, there, with_ticks
from .way_back import back, naming


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

    kept = next(
        (item for item in items if str(item.pk) == form.data.get("into")), items[0] if items else None
    )
    return decide(
        request, form, plan, items, merge, done=naming(_("Merged into line %(lines)s."), plan, [kept] if kept else []),
        back=_back(request, form, plan, items, kept), objection="" if form.is_bound else _objection(request, items),
    )  # fmt: skip


def _objection(request, items: list[PlanItem]) -> str:
    """Why these lines cannot become one, before anybody tries."""
    if too_many(sent(request).getlist("line")):
        return str(TOO_MANY)
    try:
        expect_mergeable(items)
    except Invalid as refusal:
        return refusal.errors["line"]
    return ""


def _back(request, form, plan: Plan, items: list[PlanItem], kept: PlanItem | None) -> str:
    """To the proposals when one of them was decided, else to the line that holds them all."""
    used = {item.pk for item in items if item != kept}
    if kept and form.data.get("proposed"):
        return back(request, plan, used=used, merged=kept.pk)
    return back(request, plan, kept, used=used | {kept.pk} if kept else used)
