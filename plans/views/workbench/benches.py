"""The workbench itself: what is left behind, proposals to merge, the lines of one index."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from plans.consolidation.pile import MOST, LinePile, RowPile
from plans.consolidation.workbench import Workbench
from plans.forms.workbench.merging import lines_asked
from tracker import rules
from tracker.views.verb import in_place, require_role

from ..plans import find_plan


def show(request: HttpRequest, year: int) -> HttpResponse:
    """The whole page; htmx gets only the part that changes with the index."""
    require_role(rules.may_watch_submissions(request.actor))
    plan, is_part = find_plan(request, year), in_place(request)
    bench = Workbench(plan, request.GET)
    context = {
        "plan": plan,
        "review": plan.review,
        "bench": bench,
        "pile": _lines_ticked(request, bench),
        "ticked_rows": _rows_ticked(request, bench),
        "most": MOST,
        "is_part": is_part,
        "may_work": rules.may_edit_plan(request.actor) and plan.state == plan.State.DRAFT,
        "title": _("Consolidation of the plan %(year)s") % {"year": year},
    }
    template = "plans/workbench/_part.html" if is_part else "plans/workbench/workbench.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _lines_ticked(request: HttpRequest, bench: Workbench) -> LinePile:
    asked = lines_asked(request.GET.getlist("line"))
    return LinePile(bench.plan, asked, [item.pk for item in bench.page], bench.tab and bench.tab.index.pk)


def _rows_ticked(request: HttpRequest, bench: Workbench) -> RowPile:
    asked = list(dict.fromkeys(request.GET.getlist("action")))[:MOST]
    return RowPile(bench.plan, asked, [row.ref for row in bench.waiting] if asked else ())
