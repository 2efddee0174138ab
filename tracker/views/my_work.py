"""What must I do next, and by when: the home of unit officials and heads."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker import calendar
from tracker.models import Action, Event, ExtensionRequest, Review
from tracker.models.time_status import DUE_SOON

from .action_rows import listed

MOST_ROWS, FEW_ROWS, MOST_DECISIONS, RECENT = 50, 10, 5, timedelta(days=14)
DECISIONS = ("verified", "returned", "dropped", "reopened", "extended", "due_amended")


def index(request: HttpRequest) -> HttpResponse:
    """One next step, then what presses, what others must do, what runs, and what was decided lately.

    What waits of the unit's submission is the templates' business: this room does not know submissions.
    """
    today, scope = calendar.today(), _scope(request)
    mine = _mine(request.actor, scope)
    urgent = list(mine.open().filter(_presses(today), has_pending=False)[:MOST_ROWS])
    ongoing = list(mine.open().filter(has_pending=False).exclude(_presses(today))[: FEW_ROWS + 1])
    context = {
        "today": today, "scope": scope, "urgent": urgent, "next": next(iter(urgent or ongoing), None),
        "ongoing": ongoing[:FEW_ROWS], "has_more": len(ongoing) > FEW_ROWS, "waiting": _waiting(mine)[:MOST_ROWS],
        "decisions": _decisions(mine, today), "review": Review.objects.current(),
    }  # fmt: skip
    return render(request, "tracker/my_work.html", context)


def _scope(request) -> str:
    """Heads see the whole unit, officials their own work, unless they say otherwise."""
    wanted = request.GET.get("scope")
    is_head = any(held.role == "unit_head" for held in request.actor.memberships)
    return wanted if wanted in ("unit", "me") else ("unit" if is_head else "me")


def _mine(actor, scope: str) -> QuerySet:
    led = Q(owner=actor.user) if scope == "me" else Q(lead_unit__in=actor.working_unit_ids)
    return listed(actor).tracked().filter(led)


def _presses(today) -> Q:
    """Overdue, due within seven days, or sent back."""
    return Q(due_on__lte=today + DUE_SOON) | Q(state="returned")


def _waiting(mine) -> QuerySet:
    """What others must act on: reports to be verified, requests to be decided."""
    asked = ExtensionRequest.objects.pending().values("action")
    return mine.filter(Q(state="reported") | Q(pk__in=asked))


def _decisions(mine, today) -> list[tuple[Event, str]]:
    """What was decided lately on these actions, each with the action's reference."""
    ids = mine.order_by().values("pk")
    lately = Event.objects.filter(
        subject="action", subject_id__in=ids, verb__in=DECISIONS, happened_on__gte=today - RECENT
    )
    events = list(lately.order_by("-pk")[:MOST_DECISIONS])
    refs = dict(Action.objects.filter(pk__in=[event.subject_id for event in events]).values_list("pk", "ref"))
    return [(event, refs[event.subject_id]) for event in events]
