"""`/metrics`: figures for Prometheus out of the books, for those who watch the whole province."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from notifications.models import Discrepancy, Envelope, Hold, Obligation, PlannerRun, ReminderRule, Tick
from notifications.watching import figures, metrics
from tests import factories
from tests.calling import Caller
from tests.notifications import envelopes
from tests.notifications.days import MONDAY
from tests.reading import Reader

NOW = timezone.now()


def samples(text: bytes) -> dict[tuple, float]:
    """Name and label value of each figure."""
    families = text_string_to_metric_families(text.decode())
    return {
        (sample.name, *sample.labels.values()): sample.value for each in families for sample in each.samples
    }


def read() -> dict[tuple, float]:
    return samples(metrics.written_out(NOW))


def test_an_empty_book_is_all_noughts(db):
    figures_read = read()

    assert figures_read["reminders_envelopes", "queued"] == 0
    assert figures_read["reminders_planner_days_behind",] == -1
    assert figures_read["reminders_held",] == 0


def test_mails_reminders_and_attempts_are_counted_by_their_state(official):
    sent, failed = envelopes.sent(official, NOW), envelopes.failed(official, NOW, possible_duplicates=2)
    sent.tries.create(at=NOW, outcome="sent")
    failed.tries.create(at=NOW, outcome="failed")
    failed.tries.create(at=NOW - timedelta(hours=25), outcome="delayed")
    envelopes.owed(failed)
    found = read()

    assert [found["reminders_envelopes", state] for state in ("sent", "failed", "held")] == [1, 1, 0]
    assert [found["reminders_obligations", state] for state in ("bound", "done")] == [1, 0]
    assert {key[1]: value for key, value in found.items() if key[0] == "reminders_attempts_24h"} == {
        "sent": 1,
        "failed": 1,
    }
    assert found["reminders_failures_24h",] == 1
    assert found["reminders_possible_duplicates",] == 2


def test_age_lateness_hold_and_discrepancies_are_told(official, home_affairs):
    envelopes.waiting(official, NOW - timedelta(minutes=5))
    Tick.objects.create(driver="beat", last_at=NOW - timedelta(seconds=30))
    PlannerRun.objects.create(business_date=timezone.localdate(NOW) - timedelta(days=2), finished_at=NOW)
    Discrepancy.objects.create(
        kind="surplus", subject_type="action", subject_id=1, recipient=official, due_on=MONDAY, occurrence=0,
        rule=ReminderRule.objects.get(code="action-due"),
    )  # fmt: skip
    before = read()
    Hold.objects.begin(by=factories.actor(home_affairs), today=MONDAY, cause="by_hand", note="x")

    assert before["reminders_oldest_due_age_seconds",] == 300
    assert before["reminders_last_tick_age_seconds", "beat"] == 30
    assert before["reminders_planner_days_behind",] == 2
    assert before["reminders_open_discrepancies",] == 1
    assert (before["reminders_held",], read()["reminders_held",]) == (0, 1)


@pytest.mark.parametrize("model", [Envelope, Obligation])
def test_what_ended_is_estimated_in_a_large_book_and_what_is_open_stays_exact(model, official, monkeypatch):
    for _ in range(40):
        envelopes.owed(envelopes.sent(official, NOW), state="done")
    envelopes.owed(envelopes.waiting(official, NOW))
    exact = figures.by_state(model)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {model._meta.db_table}")
    monkeypatch.setattr(figures, "COUNTED_UP_TO", 1)

    assert figures.by_state(model) == exact


@pytest.mark.parametrize("who", ["home_affairs", "admin", "leader", "inspector"])
def test_a_token_of_somebody_who_watches_the_whole_province_reads_it(who, request):
    answer = Caller(request.getfixturevalue(who)).get("/metrics")

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain; version=")
    assert ("reminders_held",) in samples(answer.content)


@pytest.mark.parametrize("who", [None, "official", "head"])
def test_everybody_else_is_told_in_one_line_what_to_bring(who, request, db):
    answer = Caller(request.getfixturevalue(who) if who else None).get("/metrics")

    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.content.decode().count("\n") == 1


@pytest.mark.parametrize("header", ["Bearer", "Bearer x y", "Bearer nonsense", "Basic eDp5", "Bearer \u00ff"])
def test_a_token_nobody_has_is_no_crash(header, client, db):
    assert client.get("/metrics", headers={"Authorization": header}).status_code == 401


def test_an_administrator_reads_it_in_his_own_browser_and_others_do_not(admin, home_affairs):
    assert Reader(admin).get("/metrics").status_code == 200
    assert Reader(home_affairs).get("/metrics").status_code == 401


def test_it_names_nobody(official, admin):
    envelopes.failed(official, NOW)
    text = Reader(admin).get("/metrics").content.decode()

    assert official.email not in text and official.full_name not in text


def test_a_scrape_of_thirty_mails_costs_as_many_statements_as_one_of_none(
    official, django_assert_num_queries
):
    for _ in range(30):
        envelopes.sent(official, NOW)

    with django_assert_num_queries(9):
        read()
