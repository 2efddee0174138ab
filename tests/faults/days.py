"""Days for the faults: the wall's, made workable, and those of the summer of 2022 that are lived through at will."""

from datetime import date

from django.utils import timezone

from tests.faults import province
from tests.notifications.days import at
from tracker.calendar import ONE_DAY, WorkingCalendar

__all__ = ["at", "date_of_the_wall", "working_days_after"]


def date_of_the_wall() -> date:
    """Today, worked like the days after it, whatever weekday or holiday it is when the fault runs."""
    today = timezone.localdate()
    province.work_on(*(today + n * ONE_DAY for n in range(10)))
    return today


def working_days_after(day: date, number: int) -> date:
    """By the published calendar, which nobody overrules in 2022."""
    return WorkingCalendar().shift(day, number)
