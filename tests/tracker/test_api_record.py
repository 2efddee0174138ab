"""Units, reviews and weaknesses for programs, and the history of an action."""

import pytest

from tests import factories
from tests.calling import Caller, refs


def test_units_are_listed_with_their_group(environment, health, official):
    rows = Caller(official).read("units/", q="moi truong").json()["results"]

    assert [(row["code"], row["group"]["code"]) for row in rows] == [("STNMT", "so_nganh")]


def test_a_review_comes_with_its_published_results(review, official):
    review.results.create(
        index=factories.index("PAPI"), value="42.16", scale=80, unit_label="điểm", rank=33, rank_of=63
    )

    results = Caller(official).read("reviews/2021/").json()["results"]

    assert [(row["index"], row["value"], row["rank"], row["rank_of"]) for row in results] == [
        ("PAPI", "42.16", 33, 63)
    ]


def test_named_people_are_for_those_who_may_know(
    weakness, action, official, leader, health, foreign_official
):
    weakness.responsibilities.create(person=official, level="direct")
    action.coordinating_units.add(health)
    address = f"weaknesses/{weakness.ref}/"

    assert Caller(foreign_official).read(address).json()["responsibilities"] is None
    for person in (official, leader):
        assert Caller(person).read(address).json()["responsibilities"][0]["person"] == official.full_name


def test_another_units_weakness_is_not_there(weakness, foreign_official):
    assert refs(Caller(foreign_official).read("weaknesses/")) == []
    assert Caller(foreign_official).read(f"weaknesses/{weakness.ref}/").status_code == 404


@pytest.mark.parametrize(
    "query", [{"review": "x"}, {"unit": "none"}, {"q": "\x00"}, {"cursor": "WyJhIl0"}, {"stat": "1"}]
)
def test_an_unsound_parameter_of_any_list_is_a_400(query, official):
    assert Caller(official).read("weaknesses/", **query).status_code == 400


def test_the_history_is_told_oldest_first(reported, home_affairs):
    rows = Caller(home_affairs).read(f"actions/{reported.ref}/history/").json()["results"]

    assert [row["verb"] for row in rows] == ["planned", "accepted", "evidence_added", "started", "reported"]
    assert rows[-1]["unit"] == "STNMT"


def test_the_whole_action_says_what_its_reader_may_do(action, official, head, leader):
    def may(person):
        return Caller(person).read(f"actions/{action.ref}/").json()["may"]

    assert may(official) == ["progress", "report", "evidence", "extensions"]
    assert may(head) == ["progress", "report", "evidence", "extensions", "owner"]
    assert may(leader) == []


@pytest.mark.parametrize("count", [1, 30])
def test_lists_ask_as_often_for_one_row_as_for_thirty(
    count, review, environment, home_affairs, django_assert_num_queries
):
    for _ in range(count):
        factories.weakness(review, environment, home_affairs)
    caller = Caller(home_affairs)

    with django_assert_num_queries(2):
        assert len(caller.read("weaknesses/", size=50).json()["results"]) == count
