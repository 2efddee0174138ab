"""The figures of a plan on a day by their key, and where they came from."""

from dataclasses import dataclass
from datetime import date

from plans.models.progress.snapshot import KEPT, ProgressSnapshot
from plans.progress.counting.whole import count_known
from plans.progress.past import counts, states_on


@dataclass(frozen=True)
class Counted:
    """One row of figures for each key of the dimension."""

    on: date
    by: str
    rows: dict[str, ProgressSnapshot]
    source: str


def counted(plan, on: date, by: str) -> Counted:
    """Now, on the day last counted; as they were kept on earlier ones; where nothing was kept, from the history.

    Lines are not kept day by day: theirs are counted from what was last counted, or from the history.
    """
    is_last = on == last_day(plan)
    if by in KEPT and (rows := _by_key(plan.snapshots.filter(on=on, dimension=by))):
        return Counted(on, by, rows, "now" if is_last else "counted")
    if is_last:
        return Counted(on, by, _by_key(count_known(plan, on, (by,))), "now")
    return Counted(on, by, counts(plan, states_on(plan, on), on, by), "folded")


def last_day(plan) -> date | None:
    """The day under which the plan was last counted: its counts follow every change."""
    return plan.snapshots.order_by("-on").values_list("on", flat=True).first()


def _by_key(rows) -> dict[str, ProgressSnapshot]:
    return {row.key: row for row in rows}
