"""One change costs one small update, and afterwards the counts are those of a count from scratch."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.progress.counting import increment, roll_up
from tests import factories
from tests.factories import DUE, ISSUED, SUMMER, actor
from tests.plans.progress.agreeing import assert_agrees, from_scratch, kept, told
from tests.plans.progress.people import extended, reported

SEPTEMBER = date(2022, 9, 5)


@pytest.fixture
def plan(action, weakness, official, home_affairs, review):
    """Two actions of one unit, counted on a day in summer."""
    factories.tracked_action(weakness, official, home_affairs, expected_evidence=["Báo cáo"])
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    action.refresh_from_db()
    return plan


def dropped(action, official, home_affairs):
    action.drop(by=actor(home_affairs), today=SUMMER, reason="Đã có dự án khác")


def moved(action, official, home_affairs):
    unit = factories.unit("STTTT", "Sở Thông tin", group=factories.group("khac", "Khác"))
    action.move(by=actor(home_affairs), today=SUMMER, unit=unit, owner=None, reason="Sáp nhập")


def begun(action, official, home_affairs):
    action.update_progress(by=actor(official), today=SUMMER, percent=10, note="Đã bắt đầu")


def handed_in(action, official, home_affairs):
    reported(action, official)


def given_time(action, official, home_affairs):
    extended(action, official, home_affairs, until=date(2022, 9, 20))


@pytest.mark.parametrize("change", [begun, handed_in, dropped, moved, given_time])
def test_a_change_is_counted_as_from_scratch(change, plan, action, official, home_affairs):
    before = kept(plan, SUMMER)
    change(action, official, home_affairs)

    told(action, on=SUMMER)

    assert kept(plan, SUMMER) != before
    assert_agrees(plan, SUMMER)


def test_a_change_that_is_told_twice_counts_once(plan, action, official, home_affairs):
    begun(action, official, home_affairs)

    told(action, on=SUMMER)
    told(action, action, on=SUMMER)

    assert_agrees(plan, SUMMER)


def test_changes_told_in_the_wrong_order_count_as_in_the_right_one(plan, official, home_affairs):
    first, second = plan.actions.order_by("pk")
    begun(first, official, home_affairs)
    dropped(second, official, home_affairs)

    told(second, on=SUMMER)
    told(first, on=SUMMER)

    assert_agrees(plan, SUMMER)


def test_the_first_change_of_a_day_has_the_plan_counted_whole(plan, action, official, home_affairs):
    begun(action, official, home_affairs)

    told(action, on=SEPTEMBER)

    assert (
        kept(plan, SEPTEMBER)["total", ""][7] == 2
    )  # both are overdue by then, the one that nothing happened to too
    assert_agrees(plan, SEPTEMBER)


def test_a_change_told_late_goes_into_the_day_last_counted(plan, action, official, home_affairs):
    roll_up(plan, SEPTEMBER)
    earlier = kept(plan, SUMMER)["total", ""]
    dropped(action, official, home_affairs)

    told(action, on=SUMMER)

    assert kept(plan, SUMMER)["total", ""] == earlier
    assert_agrees(plan, SEPTEMBER)


def test_an_action_that_is_in_no_plan_changes_nothing(plan, weakness, official, home_affairs):
    stranger = factories.tracked_action(weakness, official, home_affairs)

    told(stranger, on=SUMMER)

    assert kept(plan, SUMMER)["total", ""] == from_scratch(plan, SUMMER)["total", ""]
    assert_agrees(plan, SUMMER)


@pytest.mark.parametrize("how_many", [1, 30])
def test_a_change_costs_one_statement_and_five_rows_however_large_the_plan_is(
    how_many, weakness, official, home_affairs, review
):
    actions = [factories.tracked_action(weakness, official, home_affairs) for _ in range(how_many)]
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    changed = plan.actions.get(pk=actions[0].pk)
    told(changed, on=SUMMER)  # the connection plans the statement once
    begun(changed, official, home_affairs)
    written = rows_written()

    with CaptureQueriesContext(connection) as asked:
        increment([changed.pk], SUMMER)

    assert len(asked) == 1
    assert (
        rows_written() - written == 5
    )  # the whole, its index, its group, its unit, and what was counted of it


def rows_written() -> int:
    """Of the two tables of the counting, in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int FROM pg_stat_xact_user_tables "
            "WHERE relname IN ('plans_progresssnapshot', 'plans_progressfact')"
        )
        return cursor.fetchone()[0]


def test_nothing_is_counted_before_the_plan_holds_the_action(action, official, home_affairs):
    begun(action, official, home_affairs)

    told(action, on=ISSUED)

    assert not action.watches.exists() and action.due_on == DUE
