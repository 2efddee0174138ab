"""The list of actions: narrowed, paged by key, the same for page and API, with and without htmx."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.calling import Caller
from tests.calling import refs as refs_of_api
from tests.reading import Reader, refs

FIRST_DUE = date(2022, 7, 1)


@pytest.fixture
def several(weakness, official, home_affairs, health, foreign_official, review):
    """Three actions of the environment, one of them still ahead for years, and one of the health department."""
    elsewhere = factories.weakness(
        review, health, home_affairs, index=factories.index("PAPI"), criterion=None
    )
    return [
        factories.tracked_action(
            weakness, official, home_affairs, statement="Công khai quỹ đất", due_on=FIRST_DUE
        ),
        factories.tracked_action(weakness, official, home_affairs, statement="Bồi dưỡng cán bộ"),
        factories.tracked_action(weakness, official, home_affairs, due_on=date(2099, 1, 5)),
        factories.tracked_action(elsewhere, foreign_official, home_affairs, statement="Khám chữa bệnh"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 4),
        ("unit=STNMT", 3),
        ("group=so_nganh", 4),
        ("group=null", 0),
        ("index=PAPI", 1),
        ("time=overdue", 3),
        ("time=on_time", 1),
        ("time=in_time&state=todo", 1),
        ("state=open", 4),
        ("state=done", 0),
        ("owner=me", 0),
        ("extension=pending", 0),
        ("review=2021", 4),
        ("q=quy+dat", 1),
        ("q=boi+duong+khoi", 1),
        ("q=so+y+te", 1),
    ],
)
def test_the_page_and_the_api_find_the_same_actions(query, found, several, home_affairs):
    on_page = refs(Reader(home_affairs).get(f"/hanh-dong/?{query}"))
    in_api = refs_of_api(Caller(home_affairs).get(f"/api/v1/actions/?{query}"))

    assert on_page == in_api
    assert len(on_page) == found


def test_a_unit_finds_only_what_concerns_it(several, official):
    assert refs(Reader(official).get("/hanh-dong/")) == [action.ref for action in several[:3]]


@pytest.mark.parametrize(
    "query",
    ["unit=NOWHERE", "time=soon", "owner=khoi", "review=x", "q=a%00b", "after=yesterday", "before=1_1"],
)
def test_a_query_that_makes_no_sense_gets_one_clear_answer(query, several, home_affairs):
    page = Reader(home_affairs).get(f"/hanh-dong/?{query}")

    assert page.status_code == 422
    assert 'class="error-summary"' in page.content.decode()


def test_following_next_shows_every_action_once_and_previous_leads_back(
    weakness, official, home_affairs, monkeypatch
):
    monkeypatch.setattr("tracker.views.action_list.PER_PAGE", 2)
    made = [
        factories.tracked_action(
            weakness, official, home_affairs, due_on=FIRST_DUE + timedelta(number // 2)
        ).ref
        for number in range(5)
    ]
    reader, seen, query = Reader(home_affairs), [], "?"
    while query:
        page = reader.get(f"/hanh-dong/{query}")
        seen += refs(page)
        query = page.context["page"].after and f"?after={page.context['page'].after}"

    assert seen == made
    assert refs(reader.get(f"/hanh-dong/?before={page.context['page'].before}")) == made[2:4]


def test_thirty_actions_cost_as_many_queries_as_one(weakness, official, home_affairs):
    def queries() -> int:
        reader = Reader(home_affairs)
        with CaptureQueriesContext(connection) as captured:
            assert reader.get("/hanh-dong/?time=overdue").status_code == 200
        return len(captured)

    factories.tracked_action(weakness, official, home_affairs)
    queries()
    for_one = queries()
    for _ in range(29):
        factories.tracked_action(weakness, official, home_affairs)

    assert queries() == for_one <= 6


def test_htmx_gets_the_part_that_changes_and_going_back_gets_the_whole_page(several, home_affairs):
    reader = Reader(home_affairs)
    part = reader.get("/hanh-dong/?unit=SYT", headers={"HX-Request": "true"})
    whole = reader.get("/hanh-dong/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert "<html" not in part.content.decode() and refs(part) == [several[3].ref]
    assert "<html" in whole.content.decode()
    assert "HX-Request" in part["Vary"]


def test_an_empty_list_says_why_it_is_empty(review, home_affairs):
    reader = Reader(home_affairs)

    assert "/hanh-dong/" in reader.get("/hanh-dong/?time=overdue").content.decode()
    texts = {
        reader.get(f"/hanh-dong/{query}").content.decode().count("<tbody>") for query in ("", "?time=overdue")
    }
    assert texts == {0}


def test_those_who_do_the_work_have_a_quick_filter_for_their_own(action, official, leader):
    assert "?owner=me" in Reader(official).get("/hanh-dong/").content.decode()
    assert "?owner=me" not in Reader(leader).get("/hanh-dong/").content.decode()
