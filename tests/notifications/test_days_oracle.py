"""On which day each reminder is owed: sixty dates counted by hand on the printed calendar, not by the code.

A deadline on a day off counts as the working day before it. The days off, as announced: Monday 31/08/2026 (worked off
on Saturday 22/08), 01–02/09, Tuesday 24/11/2026 (Day of Vietnamese Culture), Friday 01/01/2027, Tết from Thursday
04/02 to Wednesday 10/02/2027, Hùng Kings' Day on Friday 16/04, Friday 30/04, and Monday 03/05 for Saturday 01/05.
"""

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction

from notifications.engine import plan
from notifications.models import Obligation, PlannerRun
from tests import factories
from tests.notifications.days import at
from tracker.models import WorkingDayException

STRETCHES = [
    ("2026-08-13", "2026-09-23"), ("2026-10-07", "2026-10-07"), ("2026-11-12", "2026-12-04"),
    ("2026-12-30", "2027-01-04"), ("2027-01-25", "2027-02-19"), ("2027-04-15", "2027-05-04"),
]  # fmt: skip
ORACLE = {
    # deadline: {offset in working days: the day on which it is owed}
    "2026-08-28": {-7: "2026-08-20", -3: "2026-08-25", -1: "2026-08-27", 0: "2026-08-28",
                   1: "2026-09-03", 7: "2026-09-11", 15: "2026-09-23", 25: "2026-10-07"},
    "2026-08-22": {-7: "2026-08-13", -3: "2026-08-19", -1: "2026-08-21", 0: "2026-08-22", 1: "2026-08-24"},
    "2026-09-02": {-3: "2026-08-25", -1: "2026-08-27", 0: "2026-08-28", 1: "2026-09-03"},
    "2026-08-31": {0: "2026-08-28", 1: "2026-09-03", 7: "2026-09-11"},
    "2026-09-03": {-7: "2026-08-21", -3: "2026-08-26", -1: "2026-08-28", 0: "2026-09-03", 1: "2026-09-04"},
    "2026-09-06": {-1: "2026-09-03", 0: "2026-09-04", 1: "2026-09-07"},
    "2026-09-18": {1: "2026-09-21"},
    "2026-11-24": {-7: "2026-11-12", -3: "2026-11-18", -1: "2026-11-20", 0: "2026-11-23", 1: "2026-11-25"},
    "2026-11-25": {-3: "2026-11-19", -1: "2026-11-23", 0: "2026-11-25", 7: "2026-12-04"},
    "2026-12-31": {-1: "2026-12-30", 0: "2026-12-31", 1: "2027-01-04"},
    "2027-01-01": {0: "2026-12-31", 1: "2027-01-04"},
    "2027-02-03": {-7: "2027-01-25", 0: "2027-02-03", 1: "2027-02-11", 7: "2027-02-19"},
    "2027-02-09": {-3: "2027-01-29", -1: "2027-02-02", 0: "2027-02-03", 1: "2027-02-11"},
    "2027-02-11": {-3: "2027-02-01", -1: "2027-02-03"},
    "2027-04-16": {0: "2027-04-15", 1: "2027-04-19"},
    "2027-04-29": {0: "2027-04-29", 1: "2027-05-04"},
    "2027-05-01": {-1: "2027-04-28", 0: "2027-04-29", 1: "2027-05-04"},
}  # fmt: skip
OFF = ["2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24", "2027-01-01", "2027-02-04", "2027-02-10",
       "2027-04-16", "2027-04-30", "2027-05-03"]  # fmt: skip


ZONES = ["UTC", "America/New_York", "Asia/Ho_Chi_Minh"]
PLAN = ("due_on", "occurrence", "recipient", "rule__code", "fire_on", "state", "reason")


@pytest.fixture
def machine(monkeypatch):
    """Sets the machine's own clock to another zone, after the site has started in the province's."""

    def stands_in(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield stands_in
    monkeypatch.undo()
    time.tzset()
    assert os.environ["TZ"] == "Asia/Ho_Chi_Minh"


@pytest.fixture
def worked_saturday(db):
    WorkingDayException.objects.create(day=date(2026, 8, 22), is_working=True, reason="Làm bù ngày 31/08")


@pytest.fixture
def deadlines(weakness, official, home_affairs, review, worked_saturday):
    """One action of Khởi for each deadline of the table."""
    review.submissions.update(state="exempt")
    for day in ORACLE:
        factories.tracked_action(weakness, official, home_affairs, due_on=date.fromisoformat(day))


def plan_all() -> list[tuple]:
    """Every obligation of the stretches that the table speaks of, planned date by date."""
    for first, last in STRETCHES:
        PlannerRun.objects.all().delete()
        plan.catch_up(at(date.fromisoformat(first)))
        plan.catch_up(at(date.fromisoformat(last)))
    return list(Obligation.objects.order_by(*PLAN).values_list(*PLAN))


def test_sixty_reminders_are_owed_on_the_days_counted_by_hand(deadlines, official):
    counted = {
        (date.fromisoformat(due), offset): date.fromisoformat(day)
        for due, row in ORACLE.items()
        for offset, day in row.items()
    }
    planned = {(due, offset): day for due, offset, person, _, day, *_ in plan_all() if person == official.pk}

    assert len(counted) == 60
    assert {key: planned.get(key) for key in counted} == counted


def test_the_plan_is_the_same_wherever_the_machine_stands_and_owes_nothing_on_a_day_off(deadlines, machine):
    plans = []
    for zone in ZONES:
        machine(zone)
        with transaction.atomic():
            plans.append(plan_all())
            transaction.set_rollback(True)

    assert plans[0] == plans[1] == plans[2]
    owed = {day for *_, day, _, _ in plans[0]}
    assert not {f"{day}" for day in owed} & set(OFF)
    assert {day for day in owed if day.weekday() > 4} == {date(2026, 8, 22)}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", ["2026-08-28", "2026-11-25", "2027-02-11", "2027-05-04"])
def test_the_business_day_begins_at_seventeen_hours_utc(worked_saturday, machine, zone, day):
    machine(zone)
    today = date.fromisoformat(day)
    seventeen = datetime(today.year, today.month, today.day, 17, tzinfo=UTC) - timedelta(days=1)
    plan.catch_up(seventeen - timedelta(days=1))

    plan.catch_up(seventeen - timedelta(minutes=1))
    assert not PlannerRun.objects.filter(business_date=today).exists()

    plan.catch_up(seventeen)
    assert PlannerRun.objects.filter(business_date=today).exists()


@pytest.mark.parametrize("zone", ZONES)
def test_a_reminder_of_a_friday_deadline_is_owed_from_monday_midnight_on(
    weakness, official, home_affairs, review, worked_saturday, machine, zone
):
    machine(zone)
    review.submissions.update(state="exempt")
    factories.tracked_action(weakness, official, home_affairs, due_on=date(2026, 9, 18))
    plan.catch_up(at(date(2026, 9, 17)))
    midnight = datetime(2026, 9, 20, 17, tzinfo=UTC)
    late = Obligation.objects.filter(occurrence=1)

    plan.catch_up(midnight - timedelta(minutes=1))
    assert not late.exists()

    plan.catch_up(midnight)
    assert {owed.fire_on for owed in late} == {date(2026, 9, 21)}
