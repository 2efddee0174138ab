"""From what happened to what has to be counted: actions by a small update, plans whose lines may have changed whole."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from plans.models import Amendment, Plan, PlanItem, ProgressFact

from .increment import increment
from .whole import roll_up_plans

EVER = date.min  # whichever day was last counted is brought up to date, and no other one begun
PLAN_OF = {"plan": (Plan, "pk"), "planitem": (PlanItem, "plan"), "amendment": (Amendment, "plan")}
BEHIND = {
    "weakness": "action__weakness__in",
    "index": "action__weakness__index__in",
    "unit": "action__lead_unit__in",
    "unitgroup": "action__lead_unit__group__in",
}  # what decides under which keys an action is counted without being its own


def follow(things: Iterable[tuple[str, int]], on: date) -> None:
    """Count these things, named by kind and number, on the day on which they happened."""
    of_kind = {}
    for kind, number in things:
        of_kind.setdefault(kind, set()).add(number)
    actions = of_kind.pop("action", set())
    for kind in BEHIND.keys() & of_kind.keys():
        actions |= _counted_behind(kind, of_kind.pop(kind))
    for plan, last in _plans(of_kind):
        roll_up_plans([plan], max(on, last or on))
    if actions:
        increment(actions, on)


def _counted_behind(kind: str, numbers: set[int]) -> set[int]:
    """The actions of these units and so on that have been counted."""
    counted = ProgressFact.objects.filter(plan__in=Plan.objects.filter(snapshots__isnull=False))
    return set(counted.filter(**{BEHIND[kind]: numbers}).values_list("action_id", flat=True))


def _plans(of_kind: dict[str, set[int]]) -> list[tuple[int, date | None]]:
    """The plans these belong to, with the day under which each was last counted."""
    numbers = set()
    for kind, things in of_kind.items():
        model, plan = PLAN_OF[kind]
        numbers.update(model.objects.filter(pk__in=things).values_list(plan, flat=True))
    return list(Plan.objects.filter(pk__in=numbers).order_by("pk").values_list("pk", Max("snapshots__on")))
