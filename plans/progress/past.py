"""How every action of a plan stood at the end of a day, folded from the history, and what that adds up to.

The history tells state, dates, lead unit and acceptance of every day. It does not tell of which group a unit was,
under which index a weakness stood, nor how the lines of a draft were merged before: these are as they are now. How
many kinds of evidence were expected is told by whoever corrected them; which piece came or went with which line of the
history is told by their order.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import connection, transaction

from plans.models.progress.snapshot import COUNTS, KEPT, ProgressSnapshot

from .counting.statements import statement
from .meaning import members, sum_of

KEYS = {"index": "index_key", "group": "group_key", "unit": "unit_key", "item": "item_id"}


@dataclass(frozen=True)
class ActionThen:
    """One action as it stood."""

    action_id: int
    item_id: int
    index_key: str
    group_key: str
    unit_key: str
    state: str
    due_on: date
    original_due_on: date
    reported_on: date | None
    proof_expected: int
    proof_given: int


def states_on(plan, on: date) -> list[ActionThen]:
    """Every action that counted in the plan that day; on a day to come as they stand now."""
    asked = {"plan": plan.pk, "on": on, "zone": settings.TIME_ZONE}
    with connection.cursor() as cursor:
        cursor.execute(statement("past"), asked)
        return [ActionThen(*row) for row in cursor.fetchall()]


def counts(plan, states: Iterable[ActionThen], on: date, dimension: str) -> dict[str, ProgressSnapshot]:
    """What they add up to for that day: a row for each key, reckoned here and not kept."""
    grouped = defaultdict(list)
    for then in states:
        grouped[str(getattr(then, KEYS[dimension])) if dimension in KEYS else ""].append(then)
    return {key: _row(plan, grouped[key], on, dimension, key) for key in sorted(grouped)}


@transaction.atomic
def keep(plan, on: date) -> None:
    """Put what the history says of that day in the place of what was kept."""
    states = states_on(plan, on)
    rows = [row for dimension in KEPT for row in counts(plan, states, on, dimension).values()]
    plan.snapshots.filter(on=on).delete()
    ProgressSnapshot.objects.bulk_create(rows)


def _row(plan, states: list[ActionThen], on: date, dimension: str, key: str) -> ProgressSnapshot:
    numbers = {name: sum_of(members(states, name, on), name) for name in COUNTS}
    return ProgressSnapshot(plan=plan, on=on, dimension=dimension, key=key, **numbers)
