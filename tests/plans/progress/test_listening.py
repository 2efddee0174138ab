"""What people do is counted when it is committed: the next page shows it, whoever was faster."""

from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from plans.models import Plan
from plans.progress import listening
from plans.progress.counting import following, increment, roll_up
from tests import factories
from tests.calling import Caller
from tests.factories import ISSUED, SUMMER, actor
from tests.plans.progress.agreeing import assert_agrees, facts_of, kept
from tests.plans.progress.people import proof
from tracker.embedded.waiting import wait_until
from tracker.models import Action

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plan(weakness, official, home_affairs, review):
    """Six open actions, counted on a day in summer."""
    for _ in range(6):
        factories.tracked_action(weakness, official, home_affairs)
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    return plan


def begin(action: Action, official, today=SUMMER) -> None:
    action.update_progress(by=actor(official), today=today, percent=10, note="Đã bắt đầu")


def test_what_is_done_is_counted_at_once(plan, official):
    begin(plan.actions.first(), official)

    assert kept(plan, SUMMER)["total", ""][:2] == (5, 1)
    assert_agrees(plan, SUMMER)


def test_evidence_is_counted_although_no_state_changes(weakness, official, home_affairs, review):
    action = factories.tracked_action(weakness, official, home_affairs, expected_evidence=["Báo cáo"])
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    action.refresh_from_db()

    expected = action.expected_evidence.get()
    piece = action.add_document(by=actor(official), today=SUMMER, expected=expected, **proof(SUMMER))
    given = kept(plan, SUMMER)["total", ""][-2:]
    action.remove_evidence(piece, by=actor(official), today=SUMMER, reason="Nhầm tệp")

    assert (given, kept(plan, SUMMER)["total", ""][-2:]) == ((1, 1), (1, 0))


def test_what_is_expected_as_proof_is_counted_at_once_when_it_is_corrected(plan, home_affairs):
    action = plan.actions.first()
    action.expect_evidence(by=actor(home_affairs), today=SUMMER, kinds=["Báo cáo", "Ảnh"], reason="Bổ sung")

    assert plan.snapshots.get(on=SUMMER, dimension="total").proof_expected == 2
    assert_agrees(plan, SUMMER)


def test_the_plan_is_counted_from_its_first_draft_on(weakness, official, home_affairs, review):
    action = factories.tracked_action(weakness, official, home_affairs)

    plan = Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    assert facts_of(plan) == {action.pk}
    assert_agrees(plan, ISSUED)


def test_many_changes_of_one_transaction_are_counted_together(plan, official):
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        for action in plan.actions:
            begin(action, official)

    assert len([query for query in asked if "plans_increment" in query["sql"]]) == 1
    assert_agrees(plan, SUMMER)


def test_what_is_rolled_back_is_not_counted(plan, official):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        begin(plan.actions.first(), official)
        1 / 0  # noqa: B018 - whatever goes wrong

    begin(plan.actions.last(), official)

    assert kept(plan, SUMMER)["total", ""][:2] == (5, 1)


def test_progress_that_changes_no_count_asks_nothing_of_the_counting(plan, official):
    action = plan.actions.first()
    begin(action, official)

    with CaptureQueriesContext(connection) as asked:
        begin(action, official)

    assert not [query for query in asked if "plans_progress" in query["sql"]]


def test_two_at_once_are_both_counted(plan, official):
    gate, actions = Barrier(6), list(plan.actions)

    def work(action):
        gate.wait()
        begin(action, official)
        connection.close()

    threads = [Thread(target=work, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert kept(plan, SUMMER)["total", ""][:2] == (0, 6)
    assert_agrees(plan, SUMMER)


def test_a_change_that_two_count_while_the_plan_is_counted_whole_counts_once(plan):
    changed = plan.actions.first()
    Action.objects.filter(pk=changed.pk).update(state="doing", version=F("version") + 1)

    def work():
        increment([changed.pk], SUMMER)
        connection.close()

    threads = [Thread(target=work) for _ in range(2)]
    with transaction.atomic():
        roll_up(plan, SUMMER)
        for thread in threads:
            thread.start()
        wait_until(lambda: how_many_wait() >= 2, seconds=30, what="Both of them to wait")
    for thread in threads:
        thread.join()

    assert kept(plan, SUMMER)["total", ""][:2] == (5, 1)
    assert_agrees(plan, SUMMER)


def how_many_wait() -> int:
    """How many wait for a lock in this database; tests of other databases run on the same server."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT waiting.pid) FROM pg_locks AS waiting JOIN pg_locks AS here USING (pid)"
            " WHERE NOT waiting.granted"
            " AND here.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        return cursor.fetchone()[0]


def test_counting_that_fails_does_not_keep_anybody_from_working(plan, official, monkeypatch, caplog):
    def broken(actions, on):
        raise RuntimeError("the counting is broken")

    monkeypatch.setattr(following, "increment", broken)
    action = plan.actions.first()
    begin(action, official)

    action.refresh_from_db()
    assert action.state == "doing"
    assert "could not be counted" in caplog.text
    assert listening.noted.things == set()


def test_a_program_that_reports_progress_reads_the_new_count(plan, official, home_affairs):
    action = plan.actions.first()
    address = f"actions/{action.ref}/progress/"
    answer = Caller(official).change(address, action.version, percent=55, note="Đã quét")

    assert answer.status_code == 200
    whole = Caller(home_affairs).read("plans/2022/progress/").json()["rows"]
    assert [(row["todo"], row["doing"]) for row in whole if row["dimension"] == "total"] == [(5, 1)]
