"""The small update stands in the database: as the code says it, and for sessions that remember nothing."""

import pytest
from django.db import connection

from plans.progress.counting import roll_up
from plans.progress.counting.increment import definition, install
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.progress.agreeing import assert_agrees, told


def source() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'plans_increment'")
        return cursor.fetchone()[0]


def test_every_migration_leaves_it_as_the_code_says_it(db):
    assert source() in definition()
    assert source().count("$1") > 3


def test_another_one_is_replaced(db):
    with connection.cursor() as cursor:
        cursor.execute(definition().replace("BEGIN", "BEGIN -- as it was before"))
    assert source() not in definition()

    install(using="default")

    assert source() in definition()


@pytest.mark.parametrize("forget", ["DEALLOCATE ALL", "DISCARD PLANS"])
def test_a_session_that_a_pooler_has_emptied_counts_all_the_same(
    forget, action, review, official, home_affairs
):
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    for percent in (10, 20):
        action.refresh_from_db()
        action.update_progress(by=actor(official), today=SUMMER, percent=percent, note="Đang làm")
        told(action, on=SUMMER)
        with connection.cursor() as cursor:
            cursor.execute(forget)
    action.drop(by=actor(home_affairs), today=SUMMER, reason="Đã có dự án khác")
    told(action, on=SUMMER)

    assert_agrees(plan, SUMMER)


def test_nothing_is_left_prepared_in_the_session(action, review, home_affairs):
    roll_up(factories.issued_plan(review, home_affairs), SUMMER)
    told(action, on=SUMMER)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone() == (0,)
