"""Progress is counted from the actions, kept once a day, in as many queries for many actions as for one."""

from datetime import date

import pytest

from plans.models import ProgressFact
from plans.models.progress.snapshot import DIMENSIONS
from plans.progress.counting import count, roll_up
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.progress.people import extended

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
    rows = count(plan, SEPTEMBER, DIMENSIONS)
    lines = {("item", str(item.pk)): 1 for item in plan.items.all()}

    assert {(r.dimension, r.key): r.total for r in rows} == lines | {
        ("total", ""): 3, ("index", "PAR_INDEX"): 3, ("group", "so_nganh"): 3, ("unit", "STNMT"): 3,
    }  # fmt: skip


def test_an_extension_counts_against_the_original_date_too(plan, official, home_affairs):
    late = plan.actions.get(state="todo", due_on=factories.DUE)
    extended(late, official, home_affairs, until=date(2022, 9, 20))

    total, *_ = roll_up(plan, SEPTEMBER)

    assert (total.extended, total.overdue, total.overdue_by_original, total.done_by_original) == (1, 0, 1, 1)


def test_only_expected_kinds_of_evidence_that_are_still_there_count(weakness, official, home_affairs, review):
    by = actor(official)
    action = factories.tracked_action(
        weakness, official, home_affairs, expected_evidence=["Báo cáo", "Ảnh chụp"]
    )
    plan = factories.issued_plan(review, home_affairs)
    action.refresh_from_db()
    report, photo = action.expected_evidence.all()
    paper = {"number": "1/BC", "issued_on": SUMMER, "issuer": "STNMT", "title": "Báo cáo"}
    first = action.add_document(by=by, today=SUMMER, expected=report, **paper)
    action.add_document(by=by, today=SUMMER, expected=report, **paper)
    action.add_document(by=by, today=SUMMER, **paper)
    gone = action.add_document(by=by, today=SUMMER, expected=photo, **paper)
    action.remove_evidence(gone, by=by, today=SUMMER, reason="Nhầm tệp")

    assert [(row.proof_expected, row.proof_given) for row in roll_up(plan, SUMMER)] == [(2, 1)] * 4
    assert first.removed_at is None


def test_rolling_up_twice_on_a_day_keeps_one_row_each(plan):
    roll_up(plan, SEPTEMBER)
    roll_up(plan, SEPTEMBER)

    assert plan.snapshots.filter(on=SEPTEMBER).count() == 4


def test_a_row_that_nothing_falls_under_any_more_goes(plan, health, official, home_affairs):
    roll_up(plan, SEPTEMBER)
    for action in plan.actions:
        action.move(by=actor(home_affairs), today=SEPTEMBER, unit=health, owner=None, reason="Sáp nhập")

    assert [row.key for row in roll_up(plan, SEPTEMBER) if row.dimension == "unit"] == ["SYT"]


def test_an_action_that_left_the_plan_is_forgotten(plan):
    roll_up(plan, SEPTEMBER)
    left = plan.actions.first()
    left.contribution.delete()

    total, *_ = roll_up(plan, SEPTEMBER)

    assert total.total == 2
    assert not ProgressFact.objects.filter(action=left.pk).exists()


@pytest.mark.parametrize("how_many", [1, 20])
def test_counting_asks_as_often_for_many_actions_as_for_one(
    how_many, plan, weakness, official, home_affairs, django_assert_num_queries
):
    for _ in range(how_many):
        factories.tracked_action(weakness, official, home_affairs)
    plan.items.all()

    with django_assert_num_queries(1):
        list(count(plan, SEPTEMBER))
    with django_assert_num_queries(2):
        roll_up(plan, SEPTEMBER)
