"""Whether what was counted change by change is what a count from scratch gives."""

from datetime import date

from plans.models import ProgressFact
from plans.models.progress.snapshot import COUNTS, DIMENSIONS, KEPT
from plans.progress.counting import count, increment
from plans.progress.counting.drift import drift
from plans.progress.counting.whole import count_known
from plans.progress.past import counts, states_on

Rows = dict[tuple[str, str], tuple[int, ...]]


def values(rows) -> Rows:
    return {(row.dimension, row.key): tuple(getattr(row, name) for name in COUNTS) for row in rows}


def kept(plan, on: date) -> Rows:
    """What was counted change by change: the rows of the day, and the lines by the facts of their actions."""
    return values(plan.snapshots.filter(on=on)) | values(count_known(plan, on, ("item",)))


def from_scratch(plan, on: date) -> Rows:
    return values(count(plan, on, DIMENSIONS))


def folded(plan, on: date) -> Rows:
    """What the history says of the day."""
    states = states_on(plan, on)
    return values(row for dimension in KEPT for row in counts(plan, states, on, dimension).values())


def assert_agrees(plan, on: date) -> None:
    assert kept(plan, on) == from_scratch(plan, on)
    assert drift([plan.pk]) == {}


def told(*actions, on: date) -> None:
    """As the announcement of what happened to them does."""
    increment([action.pk for action in actions], on)


def facts_of(plan) -> set[int]:
    return set(ProgressFact.objects.filter(plan=plan).values_list("action_id", flat=True))
