"""The database refuses what the verbs refuse, whoever writes: illegal states, lost versions, a changed history."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from tests.conftest import NOT_EMPTIED
from tests.factories import SUMMER, actor
from tracker.models import Event


def run(sql):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE tracker_action SET state = 'done', version = version + 1", "may not go from todo to done"),
        ("UPDATE tracker_action SET version = version + 2", "may only grow by one"),
        ("UPDATE tracker_action SET state = 'doing'", "needs a new version"),
        ("UPDATE tracker_action SET state = 'gone', version = version + 1", "may not go"),
        ("UPDATE tracker_action SET percent = 101", "action_percent"),
        ("UPDATE tracker_action SET starts_on = due_on + 1", "action_due_after_start"),
    ],
)
def test_an_illegal_state_of_an_action_is_refused(sql, words, action):
    with pytest.raises(DatabaseError, match=words):
        run(sql)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE tracker_evidence SET removed_at = now(), removed_by_id = added_by_id, removal_reason = 'x';"
         " UPDATE tracker_action SET percent = 99", "has no evidence"),
        ("UPDATE tracker_action SET state = 'done', version = version + 1, verified_on = now(),"
         " verified_by_id = reported_by_id", "action_verified_by_another"),
        ("UPDATE tracker_action SET due_on = reported_on - 1", "action_late_has_a_cause"),
    ],
)  # fmt: skip
def test_a_report_without_proof_or_second_pair_of_eyes_is_refused(sql, words, reported):
    with pytest.raises(DatabaseError, match=words):
        run(sql)


def test_the_original_date_is_frozen_once_the_plan_is_issued(action, home_affairs):
    action.baseline(by=actor(home_affairs), today=SUMMER)

    with pytest.raises(DatabaseError, match="is frozen"):
        run("UPDATE tracker_action SET original_due_on = original_due_on + 1")


@pytest.mark.parametrize("sql", ["UPDATE tracker_event SET reason = 'x'", "DELETE FROM tracker_event"])
def test_history_is_append_only(sql, action):
    with pytest.raises(DatabaseError, match="append-only"):
        run(sql)


@pytest.mark.parametrize("table", NOT_EMPTIED)
def test_what_is_kept_for_ever_cannot_be_emptied_at_once(table, action):
    run(f"SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE {table} ENABLE TRIGGER {NOT_EMPTIED[table]}")

    with pytest.raises(DatabaseError, match="append-only"):
        run(f"TRUNCATE {table} CASCADE")


def test_a_history_that_somebody_changed_behind_the_products_back_is_found(reported, capsys):
    call_command("verify_history")
    first = Event.objects.of(reported).first()
    run("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE tracker_event DISABLE TRIGGER event_append_only")
    run(f"UPDATE tracker_event SET reason = 'khác' WHERE id = {first.pk}")

    with pytest.raises(CommandError, match=f"id {first.pk}"):
        call_command("verify_history")
    assert "as they were written" in capsys.readouterr().out
