"""One change, one small update: what an action was counted as is taken out of the day's rows, what it is now put in.

The statement is large and does little: planning it would take five times as long as doing it. So each connection
plans it once; what differs from call to call are two values.
"""

from collections.abc import Collection
from datetime import date
from weakref import WeakSet

from django.db import connection

from .statements import statement
from .whole import roll_up_plans

PARTS = (
    "chosen_actions", "proof", "facts", "known_actions", "days", "entries_of_differences", "noted_differences",
    "counted", "moved",
)  # fmt: skip
prepared = WeakSet()  # the connections that have planned it


def increment(actions: Collection[int], on: date) -> None:
    """Bring the counts of that day up to date with these actions, however often and in whatever order it is called.

    A plan that was last counted under a later day is brought up to date there; one that was not counted
    under this day yet is counted whole.
    """
    asked = statement("locked_actions") + statement("incremented")
    with connection.cursor() as cursor:
        _prepare(cursor)
        cursor.execute(asked, {"actions": list(actions), "on": on})
        while cursor.nextset():
            pass
        uncounted = [plan for (plan,) in cursor.fetchall()]
    if uncounted:
        roll_up_plans(uncounted, on)


def _prepare(cursor) -> None:
    if connection.connection not in prepared:
        body = statement("uncounted", *PARTS).replace("%(actions)s", "$1").replace("%(on)s", "$2")
        cursor.execute(statement("prepared") + body)
        prepared.add(connection.connection)
