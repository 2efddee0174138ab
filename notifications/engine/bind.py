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
    values = {"today": today, "now": now, "host": host()}
    with open_ledger():
        execute("bind_at_once", **values, not_after=now + NEWS_KEEPS)
        if _bundles_may_leave(now, calendar):
            week = {
                "is_weekly_day": is_weekly_day(today, calendar),
                "not_after": _midnight_before(next_monday(today)),
            }
            execute("bind_weekly", **values, **week)
            execute("bind_bundles", **values, not_after=_midnight_before(today + ONE_DAY))


def next_monday(today: date) -> date:
    return today + (7 - today.weekday()) * ONE_DAY


def is_weekly_day(today: date, calendar: WorkingCalendar) -> bool:
    """The first working day of the week, on which leadership gets its page."""
    monday = today - today.weekday() * ONE_DAY
    return calendar.on_or_after(monday) == today


def _bundles_may_leave(now: datetime, calendar: WorkingCalendar) -> bool:
    return calendar.is_working_day(localdate(now)) and localtime(now).time() >= settings.REMINDERS_BUNDLE_AT


def _midnight_before(day: date) -> datetime:
    return datetime.combine(day, time.min, get_current_timezone())
