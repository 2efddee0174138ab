"""Why a figure is what it is: the list behind it is as long as the figure, whatever is asked for."""

from datetime import date

import pytest

from plans.progress.meaning import MEANINGS
from plans.progress.table import Table
from plans.progress.things import BY, WHOLE
from plans.progress.why import Why
from tests.factories import actor
from tests.reading import Reader, in_english, text
from tests.tracker.linked_numbers import linked_numbers

from .conftest import OCTOBER

PLACE, WHY = "/ke-hoach/2022/tien-do/", "/ke-hoach/2022/tien-do/vi-sao/"
ADDED_UP = {"proof_expected": "proof_expected", "proof_given": "proof_given"}


def listed(page) -> int:
    """What the rows on the page add up to."""
    rows = [row for each in page.context["lists"] for row in each.window.rows]
    name = ADDED_UP.get(page.context["why"].count)
    return sum(getattr(row.then, name) if name else 1 for row in rows)


@pytest.mark.parametrize("by", [WHOLE, *BY])
def test_the_list_is_as_long_as_the_figure_for_every_count_of_every_row(by, plan, leader):
    for on in (date(2022, 9, 5), OCTOBER):
        table = Table(plan, actor(leader), "index" if by == WHOLE else by, on)
        for row in [table.sum] if by == WHOLE else table.rows:
            for count in MEANINGS:
                why = Why(plan, by, row.thing, count, on)
                assert why.listed_sum == why.figure == getattr(row.figures, count), (on, row.thing, count)


@pytest.mark.parametrize("by", BY)
def test_every_figure_of_the_page_leads_to_its_own_explanation(by, plan, leader):
    reader = Reader(leader)
    page = reader.get(PLACE, {"on": "2022-10-31", "by": by, "since": "2022-08-31"})
    numbers = [(address, number) for address, number in linked_numbers(page, WHY) if "since" not in address]

    assert len(numbers) > 20
    assert {address: listed(reader.get(address)) for address, _ in numbers} == dict(numbers)


def test_a_change_is_explained_by_what_came_and_what_went(plan, leader):
    asked = {"on": "2022-10-31", "since": "2022-09-05", "count": "overdue"}
    came, went = Reader(leader).get(WHY, asked).context["lists"]
    why = Reader(leader).get(WHY, asked).context["why"]

    assert (came.number, went.number, why.moved, why.figure_before) == (1, 1, 0, 2)


def test_it_says_what_the_figure_means_and_how_a_rate_is_reckoned(plan, leader):
    in_english(leader)
    page = text(Reader(leader).get(WHY, {"on": "2022-10-31", "count": "done_on_time"}))

    assert "reported by the lead unit no later than the deadline then in force" in page
    assert "= 33.3%" in page and "Reckoned from the history" in page


def test_an_action_stands_there_as_it_stood_that_day(plan, leader):
    (row,) = (
        Reader(leader)
        .get(WHY, {"on": "2022-09-05", "count": "extended", "by": "unit", "key": "SYT"})
        .context["lists"][0]
        .window.rows
    )
    assert (row.then.state, row.then.due_on, row.action.state) == ("todo", date(2022, 9, 20), "done")


def test_a_unit_learns_how_many_are_elsewhere_and_reads_only_its_own(plan, foreign_official):
    in_english(foreign_official)
    page = Reader(foreign_official).get(WHY, {"on": "2022-10-31", "count": "total"})

    assert [row.unit for row in page.context["lists"][0].window.rows] == ["Department of Health"] * 2
    assert "4 more are other units" in text(page)
    assert "Trần Quốc Khởi" not in text(page)


@pytest.mark.parametrize(
    "query",
    [
        {"by": "unit", "key": "STNMT", "count": "total"},
        {"by": "unit", "key": "NOWHERE", "count": "total"},
        {"by": "item", "key": "first", "count": "total"},
    ],
)
def test_another_units_row_does_not_exist_for_a_unit(query, plan, foreign_official):
    if query["key"] == "first":
        query = query | {"key": str(plan.items.filter(lead_unit__code="STNMT").first().pk)}
    assert Reader(foreign_official).get(WHY, query).status_code == 404


@pytest.mark.parametrize(
    "query", [{}, {"count": "happy"}, {"count": "total", "on": "2999-01-01"}, {"count": "total", "by": "x"}]
)
def test_a_question_about_nothing_gets_a_clear_answer(query, plan, leader):
    assert Reader(leader).get(WHY, query).status_code == 422
