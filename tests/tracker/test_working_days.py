"""Working days are Monday to Friday less public holidays, with swapped days and the office's own exceptions."""

from datetime import date

import pytest

from tracker.calendar import WorkingCalendar
from tracker.models import WorkingDayException

PUBLISHED = WorkingCalendar()


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2022, 6, 22), True),
        (date(2022, 7, 31), False),  # a Sunday
        (date(2022, 4, 11), False),  # Giỗ Tổ moved to Monday
        (date(2022, 9, 1), False),  # the day beside National Day
        (date(2022, 9, 2), False),
        (date(2022, 2, 4), False),  # Tết
        (date(2026, 8, 31), False),  # swapped day
        (date(2026, 8, 22), True),  # working Saturday in return
    ],
)
def test_the_published_calendar_is_known(day, worked):
    assert PUBLISHED.is_working_day(day) is worked


def test_shifting_skips_weekends_and_holidays():
    assert PUBLISHED.shift(date(2022, 8, 31), 1) == date(2022, 9, 5)
    assert PUBLISHED.shift(date(2022, 9, 5), -1) == date(2022, 8, 31)


def test_eight_working_days_lie_between_the_conference_and_the_deadline():
    assert PUBLISHED.count(date(2022, 6, 10), date(2022, 6, 22)) == 8
    assert PUBLISHED.count(date(2022, 6, 22), date(2022, 6, 10)) == -8


def test_the_office_overrules_the_published_calendar(db):
    WorkingDayException.objects.create(day=date(2022, 7, 30), is_working=True, reason="Làm bù")

    own = WorkingDayException.objects.calendar()

    assert own.is_working_day(date(2022, 7, 30))
    assert own.on_or_after(date(2022, 7, 30)) == date(2022, 7, 30)
    assert PUBLISHED.on_or_after(date(2022, 7, 30)) == date(2022, 8, 1)
    assert PUBLISHED.on_or_before(date(2022, 7, 31)) == date(2022, 7, 29)
