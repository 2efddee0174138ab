"""What is done with the ticked lines at once: they get another place, units come to help with them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plans.forms.workbench.merging import TOO_FEW, TOO_MANY, lines_asked, too_many
from plans.forms.workbench.several import CoordinatingForm, MoveForm
from plans.models import Plan, PlanItem
from tracker import calendar
from tracker.views.verb import answer, who

from .drafts import find_draft
from .side_by_side import lines_named, sent, there, with_ticks
from .way_back import back, naming

PAGE = "plans/workbench/several.html"


def move(request: HttpRequest, year: int) -> HttpResponse:
    """They stand one behind the other, in the order they have, behind a chosen line of their index."""
    plan, items = find_draft(request, year), lines_named(request)
    if fault := _fault(request, plan, items):
        return _not_these(request, plan, items, fault)

    def put(line: dict, after: PlanItem | None):
        plan.move(*there(plan, items, line), after=after, **who(request))

    return answer(
        request, MoveForm(request, plan, items), put, title=_("Move lines of the plan"), submit=_("Move"),
        done=naming(_("Moved. Number now: %(lines)s."), plan, items),
        **_of(request, plan, items),
    )  # fmt: skip


def coordinate(request: HttpRequest, year: int) -> HttpResponse:
    """Units help with all of these lines, or no longer do."""
    plan, items = find_draft(request, year), lines_named(request)
    if fault := _fault(request, plan, items):
        return _not_these(request, plan, items, fault)

    def help_with(line: dict, **units):
        plan.coordinate(there(plan, items, line), **units, **who(request))

    return answer(
        request, CoordinatingForm(request, plan, items, calendar.today()), help_with,
        title=_("Coordinating units of several lines"), submit=_("Save"),
        done=naming(_("The coordinating units are saved. Lines: %(lines)s."), plan, items),
        **_of(request, plan, items),
    )  # fmt: skip


def _of(request, plan: Plan, items: list[PlanItem]) -> dict:
    """The page of the verb, and the way back to the first of its lines, the same ones ticked."""
    way = {"back": back(request, plan, items[0]), "again": with_ticks(request, plan, items)}
    return way | {"template": PAGE, "plan": plan, "items": items}


def _fault(request, plan: Plan, items: list[PlanItem]) -> str:
    """Why there is nothing to ask about these lines."""
    asked = sent(request).getlist("line")
    if too_many(asked):
        return TOO_MANY
    gone = [] if items else list(lines_asked(asked))
    return plan.why_gone(gone[0]) if gone else "" if items else TOO_FEW


def _not_these(request, plan: Plan, items: list[PlanItem], fault: str) -> HttpResponse:
    messages.error(request, fault)
    return redirect(with_ticks(request, plan, items))
