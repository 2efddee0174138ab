"""Where to push today: the home of Home Affairs and of the administrator."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker import calendar, rules, standing
from tracker.models import Action, ExtensionRequest, Membership, Review, Unit

from .action_rows import listed
from .verb import require_role

MOST_UNITS, MOST_ROWS = 46, 10


def index(request: HttpRequest) -> HttpResponse:
    """Four numbers that are links, the units that need attention, the longest overdue."""
    require_role(rules.may_follow_up(request.actor))
    today, actions = calendar.today(), Action.objects.visible_to(request.actor)
    context = {
        "today": today, "review": Review.objects.current(), "totals": standing.totals(actions, today),
        "pending": ExtensionRequest.objects.visible_to(request.actor).pending().count(),
        "units": _units(actions, today), "overdue": listed(request.actor).overdue(today)[:MOST_ROWS],
    }  # fmt: skip
    return render(request, "tracker/follow_up.html", context)


def _units(actions, today) -> list[dict]:
    """Units with something overdue or due soon, the worst first, with the head to call."""
    pressing = standing.by("lead_unit", actions, today).exclude(overdue=0, due_soon=0)
    rows = list(pressing.order_by("-overdue", "oldest", "which")[:MOST_UNITS])
    ids = [row["which"] for row in rows]
    units, heads = Unit.objects.in_bulk(ids), _heads(ids, today)
    return [row | {"unit": units[row["which"]], "head": heads.get(row["which"])} for row in rows]


def _heads(unit_ids, today) -> dict:
    held = Membership.objects.valid_on(today).filter(
        role="unit_head", unit__in=unit_ids, user__is_active=True
    )
    return {membership.unit_id: membership.user for membership in held.select_related("user")}
