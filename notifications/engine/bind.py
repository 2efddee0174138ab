"""Binding: what is owed goes into e-mails, one bundle a person a working day; news leaves at once."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils.timezone import get_current_timezone, localdate, localtime

from tracker.calendar import ONE_DAY, WorkingCalendar
from tracker.models import WorkingDayException

from .ledger import open_ledger
from .message import host
from .statements import execute

NEWS_KEEPS = timedelta(days=30)


def everything_due(now: datetime) -> None:
    """Put what may leave now into envelopes."""
    today, calendar = localdate(now), WorkingDayException.objects.calendar()
    with open_ledger():
        execute("bind_at_once", today=today, now=now, not_after=now + NEWS_KEEPS, host=host())
        if _bundles_may_leave(now, calendar):
            weekly = is_weekly_day(today, calendar)
            execute(
                "bind_bundles",
                today=today,
                now=now,
                not_after=_midnight_after(today),
                host=host(),
                is_weekly_day=weekly,
            )


def is_weekly_day(today: date, calendar: WorkingCalendar) -> bool:
    """The first working day of the week, on which leadership gets its page."""
    monday = today - today.weekday() * ONE_DAY
    return calendar.on_or_after(monday) == today


def _bundles_may_leave(now: datetime, calendar: WorkingCalendar) -> bool:
    return calendar.is_working_day(localdate(now)) and localtime(now).time() >= settings.REMINDERS_BUNDLE_AT


def _midnight_after(today: date) -> datetime:
    return datetime.combine(today + ONE_DAY, time.min, get_current_timezone())
