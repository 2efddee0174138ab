"""One page, one minute: where do we stand, who is late, did the indices move."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker import calendar, rules, standing
from tracker.models import Action, Review, UnitGroup

from .action_rows import listed
from .verb import require_role

MOST_ROWS, VERY_LATE_DAYS = 10, 15


def index(request: HttpRequest) -> HttpResponse:
    """Progress by group, the published indices, the longest overdue; nothing to edit."""
    require_role(rules.may_see_overview(request.actor))
    today, actions = calendar.today(), Action.objects.visible_to(request.actor)
    review, groups = Review.objects.current(), _groups(actions, today)
    results = review.results.select_related("index") if review else []
    context = {
        "today": today, "review": review, "plan": getattr(review, "plan", None),
        "totals": standing.totals(actions, today),
        "groups": groups, "results": results, "slowest": _slowest(groups), "fallen": _fallen(results, actions, today),
        "late_units": _late_units(actions, today), "overdue": listed(request.actor).overdue(today)[:MOST_ROWS],
    }  # fmt: skip
    return render(request, "tracker/overview.html", context)


def _groups(actions, today) -> list[dict]:
    """One row for each group that has work; bodies outside the groups come last."""
    groups = UnitGroup.objects.in_bulk()
    rows = standing.by("lead_unit__group", actions, today).filter(total__gt=0)
    found = [
        row | {"group": groups.get(row["which"]), "code": _code(groups.get(row["which"]))} for row in rows
    ]
    return sorted(found, key=lambda row: row["group"].position if row["group"] else len(groups) + 1)


def _code(group) -> str:
    """What the list of actions is narrowed by."""
    return group.code if group else "null"


def _slowest(groups) -> dict | None:
    """The group with the largest share overdue, if anything is."""
    late = [row for row in groups if row["overdue"] and row["group"]]
    return max(late, key=lambda row: row["overdue"] / row["total"], default=None)


def _fallen(results, actions, today) -> dict | None:
    """The index that fell by the most places, and how far its actions are."""
    fallen = [result for result in results if (result.change_rank or 0) < 0]
    if not fallen:
        return None
    worst = min(fallen, key=lambda result: result.change_rank)
    return {"result": worst, **standing.totals(actions.filter(weakness__index=worst.index_id), today)}


def _late_units(actions, today) -> dict:
    """How many units have something overdue for so many days, of how many that have work at all."""
    rows = standing.by("lead_unit", actions, today).values_list("oldest", flat=True)
    late = [oldest for oldest in rows if oldest and (today - oldest).days >= VERY_LATE_DAYS]
    return {"late": len(late), "all": len(rows), "days": VERY_LATE_DAYS}
