"""The sentences made from the figures are true in every world, also where numbers are nothing or alike."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from tests import factories
from tracker.models import IndexResult
from tracker.oversight import week, words
from tracker.oversight.week import Week

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def row(name: str, late: int, in_time: int = 0, done: int = 0, done_late: int = 0) -> dict:
    return {
        "thing": name, "open_late": late, "open_in_time": in_time, "done_on_time": done, "done_late": done_late,
        "total": late + in_time + done + done_late,
    }  # fmt: skip


def together(rows: list[dict]) -> dict:
    return {name: sum(each[name] for each in rows) for name in row("", 0) if name != "thing"}


def told(rows: list[dict], results=(), indices=(), moved=None) -> list[str]:
    return words.of_plan(together(rows), rows, results, indices, moved)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ["No action of this plan is followed up yet."]),
        ([row("A", 0, 3)], ["Of 3 actions none is completed yet.", "None of the 3 not completed is overdue."]),
        ([row("A", 0, done=3)], ["Of 3 actions 3 are completed (100.0%), all in time."]),
        ([row("A", 0, done=2, done_late=1)], ["Of 3 actions 3 are completed (100.0%), 1 of them late."]),
        (
            [row("A", 2, done=2)],
            ["Of 4 actions 2 are completed (50.0%), all in time.", "Of the 2 not completed, 2 are overdue."],
        ),
        (
            [row("A", 1, 3), row("B", 2, 2)],
            ["Of 8 actions none is completed yet.", "Of the 8 not completed, 3 are overdue.",
             "Slowest group: B (50.0% overdue)."],
        ),
        (
            [row("A", 1, 2), row("B", 2, 4), row("C", 0, 1)],
            ["Of 10 actions none is completed yet.", "Of the 10 not completed, 3 are overdue.",
             "Slowest groups: A and B (33.3% overdue each)."],
        ),
        (
            [row("A", 1, 1), row("B", 2, 2)],
            ["Of 6 actions none is completed yet.", "Of the 6 not completed, 3 are overdue."],
        ),
        (
            [row("A", 1, 2999), row("B", 0, 1), row("", 1) | {"thing": None}],
            ["Of 3002 actions none is completed yet.", "Of the 3002 not completed, 2 are overdue.",
             "Slowest group: A (<0.1% overdue)."],
        ),
        (
            [row("A", 0, 1, done=2999)],
            ["Of 3000 actions 2999 are completed (>99.9%), all in time.", "None of the 1 not completed is overdue."],
        ),
    ],
)  # fmt: skip
def test_a_world_is_told_as_it_is(rows, said):
    assert told(rows) == said


def result(code: str, change_rank=None, change_value=None) -> IndexResult:
    return IndexResult(index=factories.index(code), change_rank=change_rank, change_value=change_value)


@pytest.mark.parametrize(
    ("change_rank", "change_value", "said"),
    [
        (-6, None, "PAPI fell by 6 places; 3 of 4 actions for it are completed."),
        (-1, None, "PAPI fell by 1 place; 3 of 4 actions for it are completed."),
        (None, -1.61, "PAPI fell by 1.61 against the year before; 3 of 4 actions for it are completed."),
        (0, -1.61, "PAPI fell by 1.61 against the year before; 3 of 4 actions for it are completed."),
        (2, -1.61, None),
        (0, 0, None),
        (None, None, None),
    ],
)
def test_an_index_that_fell_is_named_with_the_work_on_it(change_rank, change_value, said):
    papi = result("PAPI", change_rank, change_value)
    work = row("PAPI", 1, done=2, done_late=1) | {"thing": papi.index}

    assert told([row("A", 0, 1)], [papi], [work])[2:] == ([said] if said else [])


def test_the_deepest_fall_comes_first_and_an_index_without_work_says_so():
    falls = [result("PCI", -1), result("SIPAS", 3), result("PAPI", -6)]

    assert told([row("A", 0, 1)], falls)[2:] == [
        "PAPI fell by 6 places; no action is meant for it.",
        "PCI fell by 1 place; no action is meant for it.",
    ]


@pytest.mark.parametrize(
    ("done", "overdue", "said"),
    [
        (3, -1, "Since 9 September 2022: 3 more completed, 1 fewer overdue."),
        (-1, 2, "Since 9 September 2022: 1 fewer completed, 2 more overdue."),
        (0, 2, "Since 9 September 2022: as many completed, 2 more overdue."),
        (1, 0, "Since 9 September 2022: 1 more completed, as many overdue."),
        (0, 0, "Since 9 September 2022 neither the completed nor the overdue have become more or fewer."),
    ],
)
def test_the_week_is_told_against_the_count_of_then(done, overdue, said):
    assert told([row("A", 0, 1)], moved=Week(date(2022, 9, 9), done, overdue))[-1] == said


@pytest.fixture
def plan(action, review, home_affairs):
    return factories.issued_plan(review, home_affairs)


def counted_on(day: date, plan, **counts) -> None:
    usual = dict.fromkeys(("todo", "doing", "reported", "returned", "done_on_time", "done_late", "dropped",
                           "overdue", "due_soon"), 0)  # fmt: skip
    plan.snapshots.create(on=day, dimension="total", **(usual | counts))


def test_the_week_is_counted_over_the_plan_against_seven_to_ten_days_before(plan):
    counted_on(date(2022, 9, 2), plan, todo=1, overdue=0, done_late=2)
    counted_on(date(2022, 9, 6), plan, todo=1, overdue=5)

    assert week.of_plan(plan, date(2022, 9, 9)) == Week(date(2022, 9, 2), -2, 1)
    assert week.of_plan(plan, date(2022, 9, 12)) == Week(date(2022, 9, 2), -2, 1)
    assert week.of_plan(plan, date(2022, 9, 20)) is None


def test_without_an_issued_plan_or_a_count_nothing_is_said_of_the_week(plan):
    assert week.of_plan(plan, date(2022, 9, 9)) is None
    assert week.of_plan(None, date(2022, 9, 9)) is None
    assert week.of_plan(SimpleNamespace(is_issued=False), date(2022, 9, 9)) is None
