"""Working days in Viet Nam: Monday to Friday, less public holidays, with the office's own exceptions.

Source: Labour Code 2019, article 112; swapped days as announced each year (editable as WorkingDayException).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import holidays
from django.utils import timezone
from django.utils.translation import get_language, gettext

ONE_DAY = timedelta(days=1)


def today() -> date:
    """The business date in Asia/Ho_Chi_Minh. For doors only: rules take the date as an argument."""
    return timezone.localdate()


@lru_cache
def _published(year: int, language: str = "vi") -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=year, language=language)


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are worked: the published calendar, overruled by exceptions (day -> is it worked)."""

    exceptions: dict[date, bool] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        if day in self.exceptions:
            return self.exceptions[day]
        return _published(day.year).is_working_day(day)

    def shift(self, day: date, working_days: int) -> date:
        """The date this many working days after (or, negative, before) the day."""
        step = ONE_DAY if working_days > 0 else -ONE_DAY
        for _ in range(abs(working_days)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def on_or_after(self, day: date) -> date:
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def count(self, start: date, end: date) -> int:
        """Working days after start up to and including end; negative when end lies before start."""
        if end < start:
            return -self.count(end, start)
        return sum(map(self.is_working_day, days_between(start + ONE_DAY, end)))


PUBLISHED = WorkingCalendar()


def published_days(year: int) -> dict[date, str]:
    """What is published for this year: the holidays, and the weekend days worked for them, each with its name."""
    published = _published(year, "en_US" if get_language() == "en" else "vi")
    worked = {
        day: gettext("Worked for another day") for day in published.weekend_workdays if day.year == year
    }
    return dict(sorted((dict(published) | worked).items()))


def days_between(first: date, last: date) -> Iterable[date]:
    """Every date from first to last, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
