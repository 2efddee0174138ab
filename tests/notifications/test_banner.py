"""The red sentence above every page: for those who see to the mails, when something is wrong, and for nobody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from notifications.models import Discrepancy, Hold, PlannerRun, ReminderRule, Tick
from notifications.watching.alarms import most_pressing
from notifications.watching.signs import Signs
from tests import factories
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, THURSDAY, WEDNESDAY, at
from tests.reading import Reader
from tracker.models import WorkingDayException

TUESDAY = MONDAY + timedelta(days=1)
ALARM = 'class="alarm'


def sentence(now) -> str:
    alarm = most_pressing(Signs.at(now))
    return alarm.words if alarm else ""


def planned(*days) -> None:
    PlannerRun.objects.bulk_create(PlannerRun(business_date=day, finished_at=at(day)) for day in days)


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def running(db, english):
    """Monday to Wednesday are planned, and the engine was turned this minute."""
    planned(MONDAY, TUESDAY, WEDNESDAY)
    Tick.objects.create(driver="beat", last_at=at(WEDNESDAY))
    return at(WEDNESDAY)


@pytest.fixture
def alarmed(home_affairs) -> None:
    """Nothing ever ran on this site."""


def test_while_all_is_well_there_is_no_alarm(running):
    assert sentence(running) == ""


def test_an_engine_that_nobody_turns_is_an_alarm(running):
    Tick.objects.update(last_at=running - timedelta(minutes=16))
    assert sentence(running) == "The reminder engine has not run since 07:44 24/08/2022: nobody is reminded."

    Tick.objects.all().delete()
    assert sentence(running) == "The reminder engine has never run: nobody is reminded."


def test_any_driver_keeps_the_engine_running(running):
    Tick.objects.update(last_at=running - timedelta(days=1))
    Tick.objects.create(driver="timer", last_at=running)

    assert sentence(running) == ""


def test_a_working_day_without_a_plan_is_an_alarm_even_when_later_ones_are_planned(running):
    PlannerRun.objects.get(business_date=TUESDAY).delete()

    assert sentence(running) == "The reminders of 23/08/2022 were not planned."


def test_a_day_off_needs_no_plan(running):
    PlannerRun.objects.get(business_date=TUESDAY).delete()
    WorkingDayException.objects.create(day=TUESDAY, is_working=False, reason="Nghỉ bù")

    assert sentence(running) == ""


def test_the_plan_of_a_day_is_missed_a_quarter_of_an_hour_after_it_began(running):
    midnight = at(THURSDAY).replace(hour=0)
    Tick.objects.update(last_at=midnight + timedelta(minutes=16))

    assert sentence(midnight + timedelta(minutes=14)) == ""
    assert sentence(midnight + timedelta(minutes=16)) == "The reminders of 25/08/2022 were not planned."


def test_a_mail_that_waits_too_long_is_an_alarm(running, official, settings):
    envelopes.waiting(official, running - timedelta(minutes=20))
    assert sentence(running) == "The oldest mail has been waiting since 07:40 24/08/2022."

    settings.REMINDERS_LATE_AFTER_MINUTES = 30
    assert sentence(running) == ""


@pytest.mark.parametrize("state", ["sent", "failed", "suppressed"])
def test_what_came_to_an_end_does_not_wait(running, official, state):
    old = running - timedelta(days=1)
    if state == "sent":
        envelopes.sent(official, old)
    else:
        envelopes.waiting(official, old, state=state, reason="refused")

    assert sentence(running) == ""


def test_books_that_disagree_are_an_alarm(running, official):
    Discrepancy.objects.create(
        kind="missing", subject_type="action", subject_id=1, recipient=official, due_on=MONDAY, occurrence=0,
        rule=ReminderRule.objects.get(code="action-due"),
    )  # fmt: skip
    assert sentence(running) == "The books of the reminders disagree with the history in 1 place."

    Discrepancy.objects.update(settled_at=running)
    assert sentence(running) == ""


def test_the_hold_comes_first_and_leads_to_where_it_is_released(running, home_affairs):
    Tick.objects.all().delete()
    Hold.objects.begin(by=factories.actor(home_affairs), today=WEDNESDAY, cause="by_hand", note="x")
    alarm = most_pressing(Signs.at(timezone.now()))

    assert alarm.words.startswith("Sending has been held since") and alarm.page == "hold"


@pytest.mark.parametrize("page", ["/theo-doi/", "/hanh-dong/", "/tro-giup/", "/khong-co-trang-nay/"])
def test_the_alarm_stands_on_every_page_of_home_affairs_and_the_administrator(
    page, alarmed, home_affairs, admin
):
    for person in (home_affairs, admin):
        assert Reader(person).get(page).content.decode().count(ALARM) == 1


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector"])
def test_other_readers_see_no_alarm(who, alarmed, request):
    reader = Reader(request.getfixturevalue(who))

    assert ALARM not in reader.get("/", follow=True).content.decode()


def test_a_stranger_sees_no_alarm(alarmed, client):
    assert ALARM not in client.get(reverse("login")).content.decode()


@pytest.mark.parametrize(("who", "most"), [("home_affairs", 2), ("admin", 2), ("leader", 0), ("official", 0)])
def test_the_alarm_costs_two_questions_and_only_those_who_see_it(who, most, alarmed, request):
    reader = Reader(request.getfixturevalue(who))
    with CaptureQueriesContext(connection) as asked:
        reader.get("/tro-giup/")

    about_mail = [
        each["sql"] for each in asked if "notifications_" in each["sql"] or "workingday" in each["sql"]
    ]
    assert len(about_mail) == most


def test_the_sentence_is_gone_as_soon_as_the_hold_is_released(home_affairs):
    hold = Hold.objects.begin(by=factories.actor(home_affairs), today=MONDAY, cause="by_hand", note="x")
    Tick.objects.create(driver="beat", last_at=timezone.now())
    planned(timezone.localdate())
    reader = Reader(home_affairs)
    assert ALARM in reader.get("/tro-giup/").content.decode()

    hold.release(by=factories.actor(home_affairs), today=MONDAY)
    assert ALARM not in reader.get("/tro-giup/").content.decode()
