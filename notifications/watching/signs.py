"""The signs of life: two statements read all that the banner, the health report, the log and the metrics look at."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from tracker.calendar import WorkingCalendar, days_between
from tracker.models import WorkingDayException

LOOKS_BACK = timedelta(days=31)
READ = """
SELECT (SELECT begun_at FROM notifications_hold WHERE released_at IS NULL),
       (SELECT min(not_before) FROM notifications_envelope
        WHERE state IN ('queued', 'sending') AND not_before <= %(now)s),
       ARRAY(SELECT driver::text FROM notifications_tick ORDER BY last_at DESC),
       ARRAY(SELECT last_at FROM notifications_tick ORDER BY last_at DESC),
       (SELECT min(business_date) FROM notifications_plannerrun),
       (SELECT max(business_date) FROM notifications_plannerrun),
       ARRAY(SELECT business_date FROM notifications_plannerrun WHERE business_date >= %(since)s),
       (SELECT count(*) FROM notifications_discrepancy WHERE settled_at IS NULL),
       (SELECT max(at) FROM notifications_reconciliation)
"""


@dataclass(frozen=True)
class Signs:
    """What the books show at this moment."""

    now: datetime
    held_since: datetime | None
    oldest_due: datetime | None
    drivers: list[str]
    turned_at: list[datetime]
    first_planned: date | None
    last_planned: date | None
    planned: list[date]
    disagreements: int
    compared_at: datetime | None
    calendar: WorkingCalendar

    @classmethod
    def at(cls, now: datetime) -> "Signs":
        with connection.cursor() as cursor:
            cursor.execute(READ, {"now": now, "since": localdate(now) - LOOKS_BACK})
            read = cursor.fetchone()
        return cls(now, *read, calendar=WorkingDayException.objects.calendar())

    @property
    def ticks(self) -> dict[str, datetime]:
        """The last turn of each driver, the latest first."""
        return dict(zip(self.drivers, self.turned_at, strict=True))

    @property
    def is_late(self) -> bool:
        """Something owed has been waiting for longer than it may."""
        return self.oldest_due is not None and self.now - self.oldest_due > _late_after()

    @property
    def has_stopped(self) -> bool:
        """Nobody has turned the engine for longer than a mail may wait."""
        return not self.turned_at or self.now - self.turned_at[0] > _late_after()

    @property
    def last_working_day(self) -> date:
        """The working day whose plan must be written by now."""
        return self.calendar.on_or_before(localdate(self.now - _late_after()))

    @property
    def unplanned(self) -> list[date]:
        """The working days since the first run, of the last month, whose plan was never written."""
        today = localdate(self.now)
        start = max(self.first_planned or today, today - LOOKS_BACK)
        days = set(days_between(start, self.last_working_day)) - set(self.planned)
        return sorted(filter(self.calendar.is_working_day, days))


def _late_after() -> timedelta:
    return timedelta(minutes=settings.REMINDERS_LATE_AFTER_MINUTES)
