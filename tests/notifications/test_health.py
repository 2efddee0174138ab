"""`/health`: 200 only when all that reminders need is there; anybody may ask. `/tinh-trang/` says it to people."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from notifications import engine
from notifications.models import Discrepancy, Hold, PlannerRun, Reconciliation, ReminderRule, Tick
from notifications.watching import health
from notifications.watching.signs import Signs
from plans.models import RollUpRun
from tests import factories
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, at
from tests.reading import Reader
from tracker.calendar import ONE_DAY, days_between


@pytest.fixture
def running(db):
    """A site whose worker has just been rung by the timetable."""
    engine.tick(timezone.now(), driver="beat")
    PlannerRun.objects.get_or_create(
        business_date=timezone.localdate(), defaults={"finished_at": timezone.now()}
    )


def compared(at) -> None:
    Reconciliation.objects.create(first_day=MONDAY, last_day=MONDAY, expected=1, missing=0, surplus=0)
    Reconciliation.objects.update(at=at)


def test_a_running_site_is_healthy(running, client):
    response = client.get("/health")

    assert response.status_code == 200
    assert {name: part["state"] for name, part in response.json().items() if name != "status"} == {
        "database": "ok", "redis": "ok", "worker": "ok", "beat": "ok", "mail": "ok", "sending": "ok",
        "reminders": "ok", "books": "ok", "progress": "ok", "addresses": "ok",
    }  # fmt: skip


def test_a_timetable_that_stopped_makes_it_fail(running, client):
    Tick.objects.update(last_at=timezone.now() - timedelta(minutes=10))
    response = client.get("/health")

    assert response.status_code == 503
    assert response.json()["beat"]["state"] == "late"


def test_a_mail_that_waits_for_twenty_minutes_makes_it_fail(running, client, official):
    envelopes.waiting(official, since=timezone.now() - timedelta(minutes=20))
    response = client.get("/health")

    assert response.status_code == 503
    assert "waiting since" in response.json()["reminders"]["detail"]


def test_how_long_a_mail_may_wait_is_the_sites_own_choice(running, client, official, settings):
    settings.REMINDERS_LATE_AFTER_MINUTES = 60
    envelopes.waiting(official, since=timezone.now() - timedelta(minutes=20))

    assert client.get("/health").status_code == 200


def test_held_mail_makes_it_fail_and_says_since_when(running, client, home_affairs):
    Hold.objects.begin(by=factories.actor(home_affairs), today=MONDAY, cause="by_hand", note="x")
    response = client.get("/health")

    assert response.status_code == 503
    assert response.json()["sending"]["state"] == "late"
    assert "held since" in response.json()["sending"]["detail"]


def test_a_working_day_that_was_never_planned_makes_it_fail(db):
    planned = [MONDAY, MONDAY + 2 * ONE_DAY, MONDAY + 3 * ONE_DAY]
    for day in planned:
        PlannerRun.objects.create(business_date=day, finished_at=at(day))
    with translation.override("en"):
        check = health.reminders(Signs.at(at(planned[-1])))

    assert (check.state, check.detail) == ("late", "The reminders of 23/08/2022 were not planned.")


def test_a_month_of_plans_without_a_gap_is_healthy(db):
    for day in days_between(MONDAY - 40 * ONE_DAY, MONDAY):
        PlannerRun.objects.create(business_date=day, finished_at=at(day))

    assert health.reminders(Signs.at(at(MONDAY))).state == "ok"


def test_a_site_that_never_planned_says_so(db):
    assert health.reminders(Signs.at(at(MONDAY))).state == "late"


def test_a_site_set_up_on_a_sunday_has_missed_nothing(db):
    assert health.reminders(Signs.at(at(MONDAY - ONE_DAY))).state == "ok"


def test_books_that_disagree_make_it_fail(running, client, official):
    Discrepancy.objects.create(
        kind="missing", subject_type="action", subject_id=1, recipient=official, due_on=MONDAY, occurrence=0,
        rule=ReminderRule.objects.get(code="action-due"),
    )  # fmt: skip
    response = client.get("/health")

    assert (response.status_code, response.json()["books"]["state"]) == (503, "down")


@pytest.mark.parametrize(("hours", "state"), [(1, "ok"), (3, "late")])
def test_books_that_were_once_compared_are_to_be_compared_again_every_hour(running, hours, state):
    compared(timezone.now() - timedelta(hours=hours))

    assert health.books(Signs.at(timezone.now())).state == state


def test_a_redis_that_is_away_is_named(running, client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    response = client.get("/health")

    assert response.status_code == 503
    assert response.json()["redis"]["state"] == "down"
    assert response.json()["reminders"]["state"] == "ok"


def test_it_answers_only_to_reading(client):
    assert client.post("/health").status_code == 405


def test_people_read_the_same_in_their_language(running, official, home_affairs):
    reader = Reader(official)
    reader.get("/tinh-trang/?lang=en")
    page = reader.get("/tinh-trang/")

    assert page.status_code == 200 and page.context["health"]["status"] == "ok"
    assert "Everything that reminders need is there." in page.content.decode()


def test_only_those_who_see_to_the_mails_read_the_details(running, official, home_affairs, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    detail = health.report(timezone.now())["redis"]["detail"]

    assert detail not in Reader(official).get("/tinh-trang/").content.decode()
    assert detail in Reader(home_affairs).get("/tinh-trang/").content.decode()


def test_help_leads_to_the_state_of_the_site(official, client, db):
    assert "/tinh-trang/" in Reader(official).get("/tro-giup/").content.decode()
    assert "/tinh-trang/" not in client.get("/tro-giup/").content.decode()


def test_what_the_nightly_count_put_right_is_told_and_is_no_fault(running, client):
    RollUpRun.objects.create(on=MONDAY, actions=65, drifted=2, drift=["2022: HD-2022-001", "2022: total"])
    response = client.get("/health")

    assert response.status_code == 200
    assert "2 places had drifted" in response.json()["progress"]["detail"]
    assert "HD-2022-001" not in response.content.decode()
