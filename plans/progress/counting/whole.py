"""The count from scratch: every action of a plan, every dimension, in one statement."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db import connection

from plans.models.progress.snapshot import DIMENSIONS, KEPT, ProgressSnapshot

from .statements import COUNTS, statement


def roll_up(plan, on: date) -> list[ProgressSnapshot]:
    """Count the plan's actions as they stand and keep the counts under this date, replacing earlier ones."""
    roll_up_plans([plan.pk], on)
    return sorted(plan.snapshots.filter(on=on), key=lambda row: (KEPT.index(row.dimension), row.key))


def roll_up_plans(plans: Collection[int], on: date) -> None:
    """The same for several plans at once; the dimension of the lines is kept as the facts of their actions."""
    parts = (*fresh(plans), "known_plans", "noted", "entries_of_facts", "counted", "vanished")
    whole = statement("locked_plans") + statement("kept", *parts)
    with connection.cursor() as cursor:
        cursor.execute(whole, {"plans": list(plans), "on": on})


def count(plan, on: date, dimensions: tuple[str, ...] = KEPT) -> Iterator[ProgressSnapshot]:
    """The counts as they stand, from scratch and not kept: one query, however many actions there are."""
    asked = statement(
        "as_they_stand", *fresh([plan.pk]), "entries_of_facts", "counted", dimensions=dimensions
    )
    return _rows(plan, on, asked)


def count_known(plan, on: date, dimensions: tuple[str, ...]) -> Iterator[ProgressSnapshot]:
    """The same from what was last counted of each action."""
    asked = statement("as_they_stand", "known_plans", "entries_as_known", "counted", dimensions=dimensions)
    return _rows(plan, on, asked)


def fresh(plans: Collection[int]) -> tuple[str, ...]:
    """The parts that read the facts from the record."""
    return "chosen_plans", "proof" if len(plans) == 1 else "proof_everywhere", "facts"


def _rows(plan, on: date, asked: str) -> Iterator[ProgressSnapshot]:
    with connection.cursor() as cursor:
        cursor.execute(asked, {"plans": [plan.pk], "on": on})
        found = cursor.fetchall()
    for dimension, key, *counts in sorted(found, key=lambda row: (DIMENSIONS.index(row[0]), row[1])):
        names = dict(zip(COUNTS, counts, strict=True))
        yield ProgressSnapshot(plan=plan, on=on, dimension=dimension, key=key, **names)
