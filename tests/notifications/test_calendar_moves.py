"""What an exception to the calendar does to reminders: the next plan counts with it, and mails sent stay sent."""

from datetime import date

import pytest

from notifications.models import Obligation
from tests import factories
from tests.notifications.owing import write_down
from tracker.models import WorkingDayException

FRIDAY, SATURDAY, MONDAY = date(2022, 8, 19), date(2022, 8, 20), date(2022, 8, 22)
DUE = factories.DUE  # seven working days after this Monday


@pytest.fixture
def by(admin) -> dict:
    return {"by": factories.actor(admin), "today": date(2022, 8, 18)}


def fired() -> list[date]:
    return list(Obligation.objects.filter(rule__code="action-due").values_list("fire_on", flat=True))


def test_a_newly_free_day_moves_the_reminder_to_the_working_day_before(old_news, official, by):
    WorkingDayException.objects.set_day(MONDAY, is_working=False, reason="Hoán đổi", **by)
    write_down(FRIDAY)

    assert fired() == [FRIDAY]


def test_a_saturday_that_is_worked_takes_the_reminder_of_the_day_it_replaces(old_news, official, by):
    WorkingDayException.objects.swap(day_off=MONDAY, worked_on=SATURDAY, reason="Hoán đổi", **by)
    write_down(FRIDAY)
    assert fired() == []

    write_down(SATURDAY)
    assert fired() == [SATURDAY]


def test_a_restored_day_counts_as_published_again(old_news, official, by):
    WorkingDayException.objects.set_day(MONDAY, is_working=False, reason="Hoán đổi", **by)
    WorkingDayException.objects.restore(MONDAY, reason="Bãi bỏ", **by)
    write_down(FRIDAY)
    write_down(MONDAY)

    assert fired() == [MONDAY]


def test_what_was_reminded_before_the_change_is_not_reminded_again(old_news, official, by):
    write_down(MONDAY)
    for day in (date(2022, 8, 27), date(2022, 8, 28)):
        WorkingDayException.objects.set_day(day, is_working=True, reason="Làm bù", **by)
    for day in (date(2022, 8, 23), date(2022, 8, 24)):
        write_down(day)

    assert fired() == [MONDAY]
