"""From what happened to what has to be counted: actions by a small update, plans whose lines may have changed whole."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from plans.models import Amendment, Plan, PlanItem

from .increment import increment
from .whole import roll_up_plans

PLAN_OF = {"plan": (Plan, "pk"), "planitem": (PlanItem, "plan"), "amendment": (Amendment, "plan")}


def follow(things: Iterable[tuple[str, int]], on: date) -> None:
    """Count these things, named by kind and number, on the day on which they happened."""
    of_kind = {}
    for kind, number in things:
        of_kind.setdefault(kind, set()).add(number)
    actions = of_kind.pop("action", None)
    for plan, last in _plans(of_kind):
        roll_up_plans([plan], max(on, last or on))
    if actions:
        increment(actions, on)


def _plans(of_kind: dict[str, set[int]]) -> list[tuple[int, date | None]]:
    """The plans these belong to, with the day under which each was last counted."""
    numbers = set()
    for kind, things in of_kind.items():
        model, plan = PLAN_OF[kind]
        numbers.update(model.objects.filter(pk__in=things).values_list(plan, flat=True))
    return list(Plan.objects.filter(pk__in=numbers).order_by("pk").values_list("pk", Max("snapshots__on")))
