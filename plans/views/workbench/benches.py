"""The workbench itself: what is left behind, proposals to merge, the lines of one index."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from plans.consolidation.workbench import Workbench
from tracker import rules
from tracker.views.verb import in_place, require_role

from ..plans import find_plan


def show(request: HttpRequest, year: int) -> HttpResponse:
    """The whole page; htmx gets only the part that changes with the index."""
    require_role(rules.may_watch_submissions(request.actor))
    plan, is_part = find_plan(request, year), in_place(request)
    context = {
        "plan": plan,
        "review": plan.review,
        "bench": Workbench(plan, request.GET),
        "is_part": is_part,
        "may_work": rules.may_edit_plan(request.actor) and plan.state == plan.State.DRAFT,
        "title": _("Consolidation of the plan %(year)s") % {"year": year},
    }
    template = "plans/workbench/_part.html" if is_part else "plans/workbench/workbench.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response
