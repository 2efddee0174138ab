"""`/health`: 200 only when all that reminders need is there; anybody may ask."""

from datetime import timedelta

import pytest
from django.utils import timezone

from notifications import engine, health
from notifications.models import PlannerRun, Tick
from tests.notifications import envelopes


@pytest.fixture
def running(db):
    """A site whose worker has just been rung by the timetable."""
    engine.tick(timezone.now(), driver="beat")
    PlannerRun.objects.get_or_create(
        business_date=timezone.localdate(), defaults={"finished_at": timezone.now()}
    )


def test_a_running_site_is_healthy(running, client):
    response = client.get("/health")

    assert response.status_code == 200
    assert {name: part["state"] for name, part in response.json().items() if name != "status"} == {
        "database": "ok", "redis": "ok", "worker": "ok", "beat": "ok", "mail": "ok", "reminders": "ok",
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


def test_a_site_that_never_planned_says_so(db):
    assert health.reminders(timezone.now()).state == "late"


def test_a_redis_that_is_away_is_named(running, client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    response = client.get("/health")

    assert response.status_code == 503
    assert response.json()["redis"]["state"] == "down"
    assert response.json()["reminders"]["state"] == "ok"


def test_it_answers_only_to_reading(client):
    assert client.post("/health").status_code == 405
