"""Progress is counted from the actions, kept once a day, in as many queries for many actions as for one."""

from datetime import date

import pytest

from plans.models.snapshot import count, roll_up
from plans.tasks import roll_up_progress
from tests import factories
from tests.factories import SUMMER, actor

SEPTEMBER = date(2022, 9, 5)


@pytest.fixture
def plan(reported, weakness, official, home_affairs, review):
    reported.verify(by=actor(home_affairs), today=SUMMER)
    factories.tracked_action(weakness, official, home_affairs)
    factories.tracked_action(weakness, official, home_affairs, due_on=SEPTEMBER)
    return factories.issued_plan(review, home_affairs)


def test_the_four_results_add_up(plan):
    total, *_ = roll_up(plan, SEPTEMBER)

    assert (total.done_on_time, total.done_late, total.open_in_time, total.overdue) == (1, 0, 1, 1)
    assert (total.total, total.due_soon, total.todo) == (3, 1, 2)


def test_every_dimension_counts_the_same_actions(plan):
    rows = roll_up(plan, SEPTEMBER)

    assert {(r.dimension, r.key): r.total for r in rows} == {
        ("total", ""): 3, ("index", "PAR_INDEX"): 3, ("group", "so_nganh"): 3, ("unit", "STNMT"): 3,
    }  # fmt: skip


def test_rolling_up_twice_on_a_day_keeps_one_row_each(plan):
    roll_up(plan, SEPTEMBER)
    roll_up(plan, SEPTEMBER)

    assert plan.snapshots.filter(on=SEPTEMBER).count() == 4


def test_the_nightly_task_rolls_every_plan_up(plan):
    roll_up_progress()

    assert plan.snapshots.filter(dimension="total").count() == 1


@pytest.mark.parametrize("how_many", [1, 20])
def test_counting_asks_as_often_for_many_actions_as_for_one(
    how_many, plan, weakness, official, home_affairs, django_assert_num_queries
):
    for _ in range(how_many):
        factories.tracked_action(weakness, official, home_affairs)

    with django_assert_num_queries(4):
        list(count(plan, SEPTEMBER))
