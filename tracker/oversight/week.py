"""How the plan moved since a week ago, where it was counted then."""

from dataclasses import dataclass
from datetime import date, timedelta

from tracker import standing

WEEK = timedelta(days=7)
LATEST_TO_COMPARE = timedelta(days=10)  # with an older count the week would be compared with a month


@dataclass(frozen=True)
class Week:
    """Since when, and by how many more, or fewer, are completed and overdue."""

    since: date
    done: int
    overdue: int


def of_plan(plan, today: date) -> Week | None:
    """Counted anew over the plan's own actions, as the count of the week before was; None without such a count."""
    before = _counted_then(plan, today) if plan and plan.is_issued else None
    if before is None:
        return None
    now = standing.totals(plan.actions, today)
    return Week(before.on, now["done"] - before.done, now["overdue"] - before.overdue)


def _counted_then(plan, today: date):
    between = (today - LATEST_TO_COMPARE, today - WEEK)
    return plan.snapshots.filter(dimension="total", on__range=between).order_by("-on").first()
