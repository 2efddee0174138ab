"""What is left behind is taken in, left out for a reason, brought back; what is in a line is taken out again."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.workbench.taking import LeaveOutForm, TakeForm, TakeOutForm
from plans.models import Plan
from tracker.forms.actions import EmptyForm
from tracker.models import Action
from tracker.views.verb import answer, who

from .drafts import find_draft, rows_asked
from .way_back import back, naming_lines_of

PAGE = "plans/workbench/rows.html"
MOST_NAMED = 10


def take_in(request: HttpRequest, year: int) -> HttpResponse:
    """A line for each row, or all of them into one line that says the same."""
    plan = find_draft(request, year)
    if not (rows := rows_asked(request, plan)):
        return _nothing(request, plan)
    return answer(
        request, TakeForm(request, plan, rows), lambda into: plan.take_in(rows, into=into, **who(request)),
        title=_("Take into the plan"), submit=_("Take in"), done=_taken_in(plan, rows),
        **_of(request, plan, rows),
    )  # fmt: skip


def leave_out(request: HttpRequest, year: int) -> HttpResponse:
    """The plan does without these rows; the reason stays beside them."""
    plan = find_draft(request, year)
    if not (rows := rows_asked(request, plan)):
        return _nothing(request, plan)

    @transaction.atomic
    def leave(reason: str, version: int):
        for row in rows:
            plan.leave_out(row, reason=reason, **who(request))

    return answer(
        request, LeaveOutForm(request, plan), leave, title=_("Leave out of the plan"), submit=_("Leave out"),
        done=_("Left out, with the reason beside it."),
        **_of(request, plan, rows, part="#de-lai", **{"left-out": 1}),
    )  # fmt: skip


def bring_back(request: HttpRequest, year: int) -> HttpResponse:
    """What was left out waits to be taken in again."""
    plan = find_draft(request, year)
    if not (rows := rows_asked(request, plan)):
        return _nothing(request, plan)

    @transaction.atomic
    def bring(version: int):
        for row in rows:
            plan.bring_back(row, **who(request))

    return answer(
        request, EmptyForm(request, plan), bring, title=_("Bring back"), submit=_("Bring back"),
        done=_("Brought back: it waits to be taken in."), **_of(request, plan, rows, **{"left-out": 1}),
    )  # fmt: skip


def take_out(request: HttpRequest, year: int) -> HttpResponse:
    """Rows leave their lines; a line goes with its last row."""
    plan = find_draft(request, year)
    if not (rows := rows_asked(request, plan)):
        return _nothing(request, plan)

    @transaction.atomic
    def take(reason: str, for_good: bool, version: int):
        for row in rows:
            plan.take_out(row, reason=reason, **who(request))
        for row in plan.unplaced().filter(pk__in=[row.pk for row in rows]) if for_good else ():
            plan.leave_out(row, reason=reason, **who(request))

    explain = _(
        "A line that loses its last row goes with it. A row still to be done waits to be taken in again, unless the"
        " plan does without it."
    )
    return answer(
        request, TakeOutForm(request, plan), take, title=_("Take out of the plan"), submit=_("Take out"),
        done=_("Taken out of the plan."), explain=explain, **_of(request, plan, rows, **_where(request, rows)),
    )  # fmt: skip


def _taken_in(plan: Plan, rows: list[Action]) -> str:
    """Where a few rows stand now; of many, how many they are."""
    if len(rows) <= MOST_NAMED:
        return naming_lines_of(_("Taken into the plan. Lines: %(lines)s."), plan, rows)
    return ngettext("%d row is in the plan now.", "%d rows are in the plan now.", len(rows)) % len(rows)


def _where(request, rows: list[Action]) -> dict[str, str]:
    """From the page of a line one comes back to the index of that line."""
    return {} if request.GET.get("index") else {"index": rows[0].weakness.index.code}


def _of(request, plan: Plan, rows: list[Action], part: str = "", **told) -> dict:
    """The page of the verb, and the way back: what it was about is ticked no more once it is done."""
    done = back(request, plan, used={row.ref for row in rows}, **told) + part
    placed = {row.ref for row in rows if hasattr(row, "contribution")}
    return {
        "template": PAGE,
        "plan": plan,
        "rows": rows,
        "back": done,
        "again": back(request, plan, used=placed),
    }


def _nothing(request, plan: Plan) -> HttpResponse:
    messages.error(request, _("Tick at least one row first."))
    return redirect(back(request, plan))
