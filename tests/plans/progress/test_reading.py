"""The figures of a day say where they come from, and are the same wherever that is."""

from datetime import date

import pytest

from plans.models.progress.snapshot import DIMENSIONS
from plans.progress.counted import counted
from plans.progress.counting import roll_up
from tests import factories
from tests.factories import ISSUED, SUMMER, actor
from tests.plans.progress.people import reported

SEPTEMBER = date(2022, 9, 5)


@pytest.fixture
def plan(action, review, health, official, home_affairs, foreign_official):
    theirs = factories.weakness(review, health, home_affairs)
    factories.tracked_action(theirs, foreign_official, home_affairs)
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    return plan


def sources(plan, on: date) -> dict[str, str]:
    return {dimension: counted(plan, on, dimension).source for dimension in DIMENSIONS}


def test_the_day_last_counted_follows_every_change(plan):
    assert sources(plan, SUMMER) == dict.fromkeys(DIMENSIONS, "now")


def test_an_earlier_day_is_as_it_was_kept_and_its_lines_as_the_history_says(plan):
    roll_up(plan, SEPTEMBER)

    assert sources(plan, SUMMER) == dict.fromkeys(DIMENSIONS, "counted") | {"item": "folded"}


def test_a_day_that_was_never_counted_is_as_the_history_says(plan):
    assert sources(plan, ISSUED) == dict.fromkeys(DIMENSIONS, "folded")


def test_a_line_counts_the_same_now_and_from_the_history(plan):
    now = counted(plan, SUMMER, "item").rows
    roll_up(plan, SEPTEMBER)
    then = counted(plan, SUMMER, "item").rows

    assert {key: row.total for key, row in now.items()} == {key: row.total for key, row in then.items()}
    assert set(then) == {str(item.pk) for item in plan.items.all()}


def test_a_day_that_was_not_kept_reads_as_the_days_that_were(plan, action, official, home_affairs):
    action.refresh_from_db()
    reported(action, official, today=date(2022, 8, 2))
    action.verify(by=actor(home_affairs), today=date(2022, 8, 3))

    def done(day: int) -> list[int]:
        return [
            counted(plan, date(2022, 8, day), by).rows[key].done
            for by, key in (("total", ""), ("unit", "STNMT"))
        ]

    assert [done(day) for day in (1, 2, 3)] == [[0, 0], [0, 0], [1, 1]]
