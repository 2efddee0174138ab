"""The draft begun and filled up through the API, and the list of plans."""

import pytest

from plans.models import Plan
from tests import factories
from tests.calling import Caller
from tests.plans.api.conftest import PLAN

COMPILING = f"{PLAN}compiling/"


def test_what_was_accepted_becomes_a_draft(snv, action, other_action):
    answer = snv.change(COMPILING)

    assert (answer.status_code, answer.json()["state"]) == (200, "draft")
    assert answer["ETag"] == f'"{answer.json()["version"]}"'
    assert len(snv.read(f"{PLAN}items/").json()["results"]) == 2


def test_what_was_accepted_since_is_added_and_done_twice_it_adds_nothing(
    snv, draft, weakness, official, home_affairs
):
    late = factories.tracked_action(weakness, official, home_affairs)
    first, again = snv.change(COMPILING), snv.change(COMPILING)

    assert (first.json()["version"], again.json()["version"]) == (draft.version + 1, draft.version + 1)
    assert late.ref in [
        ref for line in snv.read(f"{PLAN}items/").json()["results"] for ref in line["actions"]
    ]


def test_asked_again_with_one_key_it_gives_the_first_answer(snv, action, other_action):
    answers = [snv.change(COMPILING, None, "compile-once") for _ in range(2)]

    assert answers[0].json() == answers[1].json()
    assert snv.send("POST", "plans/2021/compiling/", None, "compile-once").status_code == 422


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector", "admin"])
def test_only_home_affairs_compiles(who, action, request):
    assert Caller(request.getfixturevalue(who)).change(COMPILING).status_code == 403
    assert not Plan.objects.exists()


def test_an_issued_plan_and_a_year_without_review_are_not_compiled(snv, issued):
    assert snv.change(COMPILING).status_code == 409
    assert snv.change("plans/2031/compiling/").status_code == 404


def test_a_review_that_is_prepared_has_no_plan_for_anybody(snv, unit, review):
    type(review).objects.update(state="preparing")

    assert [each.change(COMPILING).status_code for each in (unit, snv)] == [404, 404]
    assert not Plan.objects.exists()


def test_a_draft_is_in_the_list_of_those_who_watch_alone(snv, unit, draft):
    assert [(row["year"], row["state"]) for row in snv.read("plans/").json()["results"]] == [(2022, "draft")]
    assert unit.read("plans/").json()["results"] == []


def test_an_issued_plan_is_in_everybody_s_list(unit, issued):
    assert [(row["year"], row["number"]) for row in unit.read("plans/").json()["results"]] == [
        (2022, "118/KH-UBND")
    ]
