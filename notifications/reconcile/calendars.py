"""The working calendar as it was known from one moment to the next, as arrays the database can join."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

from notifications.models import Obligation, PlannerRun, RegisterChange
from tracker.calendar import WorkingCalendar, days_between
from tracker.models import WorkingDayException

REGISTER = "tracker_workingdayexception"
FIRST_MOMENT = datetime.min.replace(tzinfo=UTC)
LONGEST = timedelta(days=3660)  # what is overdue for longer counts from there
BACK, AHEAD = LONGEST + timedelta(days=90), timedelta(days=900)


@dataclass(frozen=True)
class Known:
    """The calendar as it stood between two moments; None is for ever."""

    calendar: WorkingCalendar
    since: datetime | None
    until: datetime | None


def as_values(today: date, first_day: date) -> dict:
    """Of each calendar known since that day the number of working days up to each date."""
    versions = list(_known(first_day))
    days = list(days_between(first_day - BACK, today + AHEAD))
    return {
        "known": list(range(len(versions))),
        "known_from": [known.since for known in versions],
        "known_until": [known.until for known in versions],
        "versions": [version for version in range(len(versions)) for _ in days],
        "days": days * len(versions),
        "numbers": [number for known in versions for number in _numbers(days, known.calendar)],
    }


def _known(first_day: date) -> Iterator[Known]:
    """Walks back from the present through what was noted before each change; those nobody wrote by are left out."""
    earlier = PlannerRun.objects.filter(business_date__lt=first_day).first()
    since = earlier.written_at if earlier else FIRST_MOMENT
    rows = {row.pk: (row.day, row.is_working) for row in WorkingDayException.objects.all()}
    moments, until = _moments(since), None
    for change in RegisterChange.objects.filter(register=REGISTER, changed_at__gt=since).order_by("-pk"):
        if until is None or _any_between(moments, change.changed_at, until):
            yield Known(WorkingCalendar(dict(rows.values())), change.changed_at, until)
            until = change.changed_at
        rows.pop(change.row_id, None)
        if change.before:
            rows[change.row_id] = date.fromisoformat(change.before["day"]), change.before["is_working"]
    yield Known(WorkingCalendar(dict(rows.values())), None, until)


def _moments(since: datetime) -> list[datetime]:
    """When the ledger was written."""
    plans, lines = (model.objects.filter(written_at__gt=since) for model in (PlannerRun, Obligation))
    return sorted(
        plans.values_list("written_at", flat=True)
        .order_by()
        .union(lines.values_list("written_at").order_by())
    )


def _any_between(moments: list[datetime], since: datetime, until: datetime) -> bool:
    return bisect_left(moments, since) < bisect_right(moments, until)


def _numbers(days: list[date], calendar: WorkingCalendar) -> Iterator[int]:
    return accumulate(int(calendar.is_working_day(day)) for day in days)
