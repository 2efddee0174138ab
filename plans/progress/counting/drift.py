"""Whether what was counted change by change is what a count from scratch gives."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import connection

from .statements import statement
from .whole import fresh

PARTS = ("known_plans", "days_kept", "entries_of_known", "counted")


def drift(plans: Collection[int]) -> dict[int, list[str]]:
    """For each plan the actions, and the rows of its last day, that had been counted wrongly; changes nothing."""
    asked = statement("locked_plans") + statement("drift", *fresh(plans), *PARTS)
    with connection.cursor() as cursor:
        cursor.execute(asked, {"plans": list(plans)})
        while cursor.nextset():
            pass
        found = cursor.fetchall()
    strayed = defaultdict(list)
    for plan, what in found:
        strayed[plan].append(what)
    return dict(strayed)


def counted_actions(plans: Iterable[int]) -> int:
    """How many actions were last counted in these plans."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM plans_progressfact WHERE plan_id = ANY(%s)", [list(plans)])
        return cursor.fetchone()[0]
