"""Moments of the province's days, and the engine turned at them."""

from collections import Counter
from datetime import date, datetime, time

from django.utils import timezone

from notifications import engine
from tracker.calendar import days_between

EIGHT = time(8, 0)
MONDAY, WEDNESDAY, THURSDAY = date(2022, 8, 22), date(2022, 8, 24), date(2022, 8, 25)


def at(day: date, clock: time = EIGHT) -> datetime:
    """That moment in the province."""
    return timezone.make_aware(datetime.combine(day, clock))


def tick(day: date, clock: time = EIGHT) -> Counter:
    return engine.tick(at(day, clock), driver="test")


def live(first: date, last: date) -> None:
    """One turn a day, both days included."""
    for day in days_between(first, last):
        tick(day)
