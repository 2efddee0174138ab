"""The lines of a plan are frozen together: history, counts and post are those of freezing them one by one."""

from datetime import date, time

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from notifications.models import Obligation
from plans.models import Plan
from tests import factories
from tests.factories import ALL_THE_SAME, ISSUED, SUMMER, actor
from tests.notifications.days import tick
from tests.plans.progress.agreeing import from_scratch
from tests.plans.progress.people import extended, reported
from tracker.models import Action, Event
from tracker.models.event import HASHED

TOLD = [name for name in HASHED if name not in ("recorded_at", "previous_hash", "request_id")]
OWED = ("subject_type", "subject_id", "rule", "recipient", "due_on", "fire_on", "state")
PAPER = {"number": "118/KH-UBND", "issued_on": ISSUED, "signer_name": "Nguyễn Văn A"}


@pytest.fixture
def plan(weakness, health, review, official, foreign_official, home_affairs):
    """A plan that was sent: lines alone and merged, with an extended, a reported and a dropped action behind them."""
    theirs = factories.weakness(review, health, home_affairs)
    own = [factories.tracked_action(weakness, official, home_affairs) for _ in range(5)]
    factories.tracked_action(theirs, foreign_official, home_affairs, due_on=date(2022, 12, 20))
    extended(own[0], official, home_affairs, until=date(2022, 10, 1), today=ISSUED)
    reported(own[1], official, today=ISSUED)
    plan = Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    own[2].drop(by=actor(home_affairs), today=ISSUED, reason="Đã có dự án khác")
    lines = list(plan.items.order_by("position"))
    plan.merge(lines[3:5], by=actor(home_affairs), today=ISSUED)
    lines[0].edit(by=actor(home_affairs), today=ISSUED, due_on=date(2022, 11, 30))
    plan.send(by=actor(home_affairs), today=ISSUED, reason=ALL_THE_SAME)
    return plan


def issue(plan, home_affairs) -> None:
    Plan.objects.get(pk=plan.pk).issue(by=actor(home_affairs), today=ISSUED, reason=ALL_THE_SAME, **PAPER)


def after(plan, home_affairs) -> list:
    """What stands in the record, in the counts and in the post once the plan is issued; then nothing was done."""
    with transaction.atomic():
        issue(plan, home_affairs)
        call_command("verify_history")
        tick(ISSUED, time(17))
        tick(date(2022, 8, 24))
        lines = Event.objects.order_by("subject", "subject_id", "number")
        found = [
            list(lines.values_list(*TOLD)),
            list(Action.objects.order_by("pk").values()),
            sorted(Obligation.objects.values_list(*OWED)),
            from_scratch(plan, SUMMER),
        ]  # fmt: skip
        transaction.set_rollback(True)
    return found


def test_together_they_are_frozen_as_one_by_one(plan, home_affairs, monkeypatch):
    together, freeze = after(plan, home_affairs), Action.baseline_all

    def one_by_one(dates, **said):
        for each in dates:
            freeze([each], **said)

    monkeypatch.setattr(Action, "baseline_all", staticmethod(one_by_one))
    alone = after(plan, home_affairs)

    assert together == alone
    assert [len(part) > 5 for part in together] == [True, True, True, True]


def test_an_issue_costs_no_more_statements_for_many_lines_than_for_few(
    plan, weakness, official, home_affairs
):
    few, by = statements(plan, home_affairs), actor(home_affairs)
    plan.recall(by=by, today=ISSUED, reason="Bổ sung")
    for _ in range(20):
        factories.tracked_action(weakness, official, home_affairs)
    Plan.compile(plan.review, by=by, today=ISSUED)
    Plan.objects.get(pk=plan.pk).send(by=by, today=ISSUED, reason=ALL_THE_SAME)

    assert statements(plan, home_affairs) <= few


def statements(plan, home_affairs) -> int:
    """How many it takes to issue the plan, which afterwards is not issued."""
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        issue(plan, home_affairs)
        transaction.set_rollback(True)
    return len(asked)
