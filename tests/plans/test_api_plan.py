"""The plan for programs."""

import pytest

from plans.progress.counting import roll_up
from tests import factories
from tests.calling import Caller
from tracker import calendar


@pytest.fixture
def plan(action, home_affairs):
    return factories.issued_plan(action.weakness.review, home_affairs)


def test_the_lines_of_the_plan_name_what_stands_behind_them(plan, action, foreign_official):
    rows = Caller(foreign_official).read("plans/2022/items/").json()["results"]

    assert [(row["position"], row["lead_unit"]["code"], row["actions"]) for row in rows] == [
        (1, "STNMT", [action.ref])
    ]
    assert Caller(foreign_official).read("plans/2022/").json()["number"] == "118/KH-UBND"


def test_a_draft_is_not_there_for_units(action, home_affairs, official):
    factories.Plan.compile(action.weakness.review, by=factories.actor(home_affairs), today=factories.ISSUED)

    assert Caller(official).read("plans/2022/").status_code == 404
    assert Caller(home_affairs).read("plans/2022/").json()["state"] == "draft"


def test_progress_is_that_of_today_or_of_the_date_asked_for(plan, home_affairs):
    caller = Caller(home_affairs)

    assert caller.read("plans/2022/progress/").json()["on"] == calendar.today().isoformat()
    assert caller.read("plans/2022/progress/", on="2022-08-01").json()["on"] == "2022-08-01"
    assert list(caller.read("plans/2022/progress/", on="2022-07-14").json()) == ["on"]


def test_a_unit_reads_the_totals_and_its_own_row(plan, official, foreign_official):
    roll_up(plan, factories.SUMMER)

    def units(person):
        rows = Caller(person).read("plans/2022/progress/").json()["rows"]
        return [row["key"] for row in rows if row["dimension"] == "unit"]

    assert (units(official), units(foreign_official)) == (["STNMT"], [])


@pytest.mark.parametrize("query", [{"on": "31/08/2022"}, {"on": "2022-02-30"}, {"on": ""}, {"day": "1"}])
def test_an_unsound_date_is_a_400(query, plan, official):
    answer = Caller(official).read("plans/2022/progress/", **query)

    assert (answer.status_code, list(answer.json())) == (400, list(query))


@pytest.mark.parametrize("count", [1, 12])
def test_the_lines_cost_the_same_queries_however_many(
    count, weakness, official, home_affairs, django_assert_num_queries
):
    for _ in range(count):
        factories.tracked_action(weakness, official, home_affairs)
    factories.issued_plan(weakness.review, home_affairs)
    caller = Caller(official)

    with django_assert_num_queries(6):
        assert len(caller.read("plans/2022/items/").json()["results"]) == count
