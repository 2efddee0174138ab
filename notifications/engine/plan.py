"""Planning: what becomes due on a business date is written down, once, with the same few statements for any number.

1. Bundles whose day has passed give back what they hold.
2. What no longer holds is cancelled, with the reason.
3. Each person is owed the most pressing reminder of each thing; earlier ones not sent are superseded.
4. The run of that date commits together with what it planned.

Mails that failed and jobs that are done are no matter of a date: whom they concern is told of them at every turn.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.timezone import localdate

from notifications.models import PlannerRun
from tracker.calendar import ONE_DAY, WorkingCalendar, days_between
from tracker.models import WorkingDayException

from .ledger import open_ledger
from .recheck import cancel_planned
from .statements import execute
from .window import Window

FAILURES_ARE_NEWS = JOBS_ARE_NEWS = timedelta(days=7)
LEFT_ALONE = timedelta(seconds=30)  # whoever waits on the page of a job sees its end within five
CLOCKS_DIFFER = timedelta(minutes=5)  # those of two machines, and of two turns that wait for each other


def catch_up(now: datetime) -> int:
    """Plan every business date since the last run up to today; returns how many dates were planned."""
    calendar = WorkingDayException.objects.calendar()
    dates = _business_dates_up_to(now, calendar)
    return sum(_plan_date(day, calendar, now) for day in dates)


def plan_again(today: date, things: list[int]) -> None:
    """After news: what these things now owe is added to the plan of today."""
    calendar = WorkingDayException.objects.calendar()
    if calendar.is_working_day(today):
        _write_down(today, calendar, only=things)


def tell_failures(now: datetime) -> int:
    """Owe the news of mails that could not be delivered, each once; returns how much was written down."""
    with open_ledger():
        return execute(
            "tell",
            "people",
            "undelivered",
            "addressed",
            today=localdate(now),
            since=now - FAILURES_ARE_NEWS,
        )


def tell_jobs(now: datetime) -> int:
    """Owe the news of jobs whose end nobody has looked at who started them; returns how much was written down."""
    when = {"today": localdate(now), "since": now - JOBS_ARE_NEWS, "until": now - LEFT_ALONE}
    with open_ledger():
        return execute("tell", "people", "unseen", "jobs_done", "addressed", zone=settings.TIME_ZONE, **when)


def _business_dates_up_to(now: datetime, calendar: WorkingCalendar) -> list[date]:
    last, today = _planned_by(now).first(), localdate(now)
    start = last.business_date + ONE_DAY if last else today
    return [day for day in days_between(start, today) if calendar.is_working_day(day)]


def _plan_date(day: date, calendar: WorkingCalendar, now: datetime) -> bool:
    with open_ledger():
        if _planned_by(now).filter(business_date=day).exists():
            return False
        execute("release", now=now)
        cancelled = cancel_planned(day)
        planned, superseded = _write_down(day, calendar, only=None)
        counts = {"planned": planned, "superseded": superseded, "cancelled": cancelled}
        PlannerRun.objects.update_or_create(business_date=day, defaults=counts | {"finished_at": now})
        return True


def _planned_by(now: datetime) -> QuerySet:
    """The runs until now. One that a clock wrote which ran ahead saw its day too early: it is run again."""
    return PlannerRun.objects.filter(finished_at__lte=now + CLOCKS_DIFFER)


def _write_down(today: date, calendar: WorkingCalendar, *, only: list[int] | None) -> tuple[int, int]:
    window = Window.around(today, calendar).as_values()
    parts = ("calendar", "people", "standing", "this_week", "fired", "addressed")
    planned = execute("plan", *parts, today=today, only=only, **window)
    return planned, execute("supersede")
