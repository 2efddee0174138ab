"""One change, one small update: what an action was counted as is taken out of the day's rows, what it is now put in.

The statement is large and does little: planning it takes ten times as long as doing it. So it stands in the database
as a function, made anew from its parts by every migration: each session plans it once, also behind a pooler that
gives every transaction another session.
"""

from collections.abc import Collection
from datetime import date

from django.db import connection, connections

from .statements import statement
from .whole import roll_up_plans

PARTS = (
    "chosen_actions", "proof", "facts", "known_actions", "days", "entries_of_differences", "noted_differences",
    "counted", "moved",
)  # fmt: skip


def increment(actions: Collection[int], on: date) -> None:
    """Bring the counts of that day up to date with these actions, however often and in whatever order it is called.

    A plan that was last counted under a later day is brought up to date there; one that was not counted
    under this day yet is counted whole.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plans_increment(%s::bigint[], %s)", [list(actions), on])
        uncounted = [plan for (plan,) in cursor.fetchall()]
    if uncounted:
        roll_up_plans(uncounted, on)


def install(using: str, **_) -> None:
    """Put the function into the database, in place of an earlier one."""
    with connections[using].cursor() as cursor:
        cursor.execute(definition())


def definition() -> str:
    parts = {"locked_actions": statement("locked_actions"), "counted_change": statement("uncounted", *PARTS)}
    whole = statement("increment").format(**parts)
    return whole.replace("%(actions)s", "$1").replace("%(on)s", "$2")
