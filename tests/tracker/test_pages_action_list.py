"""The list of actions: narrowed, paged by key, the same for page and API, with and without htmx."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.calling import Caller
from tests.calling import refs as refs_of_api
from tests.reading import Reader, refs
from tracker.models import Action, User, Watch

FIRST_DUE = date(2022, 7, 1)


@pytest.fixture
def four(weakness, official, home_affairs, health, foreign_official, review):
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
        factories.tracked_action(
            elsewhere, foreign_official, home_affairs, statement="Khám chữa bệnh", is_initiative=True
        ),
    ]


@pytest.fixture
def several(four, health, official, home_affairs):
    """The second has evidence, the third is coordinated by the health department, Bình watches the fourth."""
    four[1].add_link(by=factories.actor(official), today=factories.SUMMER, url="https://a.vn", title="Bài")
    four[2].coordinating_units.add(health)
    Watch.begin(home_affairs, four[3])
    return four


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
        ("owner_name=tuyet+nguyen", 1),
        ("owner_name=khong+ai", 0),
        ("due_from=01/07/2022&due_to=01/07/2022", 1),
        ("due_to=2022-08-31", 3),
        ("coordinating=SYT", 1),
        ("weakness=hc-2021-001", 3),
        ("evidence=none", 3),
        ("initiative=yes", 1),
        ("watched=me", 1),
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
    [
        "unit=NOWHERE",
        "time=soon",
        "owner=khoi",
        "review=x",
        "q=a%00b",
        "after=yesterday",
        "before=1_1",
        "due_from=31/02/2022",
        "sort=colour",
        "watched=you",
        "after=W1tbW1td",
        "after=WyJ4IiwgMV0",
        "after=NQ",
    ],
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

    assert queries() == for_one <= 8


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


ORDERS = [
    "due",
    "-due",
    "unit",
    "-unit",
    "owner",
    "-owner",
    "state",
    "-state",
    "index",
    "-index",
    "progress",
    "-progress",
]


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_every_action_once_forwards_and_backwards(
    order, several, action, official, home_affairs, monkeypatch
):
    monkeypatch.setattr("tracker.views.action_list.PER_PAGE", 2)
    action.update_progress(by=factories.actor(official), today=factories.SUMMER, percent=5, note="Bắt đầu")
    Action.objects.filter(pk=several[0].pk).update(owner=None)
    reader, seen, query = Reader(home_affairs), [], f"?sort={order}"
    while query:
        page = reader.get(f"/hanh-dong/{query}")
        seen.append(refs(page))
        query = page.context["page"].after and f"?sort={order}&after={page.context['page'].after}"
    previous = reader.get(f"/hanh-dong/?sort={order}&before={page.context['page'].before}")

    assert sorted(ref for refs_shown in seen for ref in refs_shown) == sorted(
        each.ref for each in [*several, action]
    )
    assert refs(previous) == seen[-2]


def test_people_are_sorted_by_their_given_name_and_nobody_stands_first(several, home_affairs):
    Action.objects.filter(pk=several[1].pk).update(owner=None)
    owners = [each.owner and each.owner.full_name
              for each in Reader(home_affairs).get("/hanh-dong/?sort=owner").context["page"].rows]  # fmt: skip

    assert owners == [None, "Trần Quốc Khởi", "Trần Quốc Khởi", "Nguyễn Thị Ánh Tuyết"]


def test_the_head_of_the_sorted_column_says_its_direction_and_turns_it(several, home_affairs):
    page = Reader(home_affairs).get("/hanh-dong/?sort=unit&state=open").content.decode()

    assert page.count("aria-sort=") == 1 and 'aria-sort="ascending"' in page
    assert 'href="/hanh-dong/?state=open&amp;sort=-unit"' in page


def test_each_filter_that_is_set_has_a_chip_that_removes_only_it(several, home_affairs):
    page = Reader(home_affairs).get("/hanh-dong/?state=open&index=PAPI&q=&sort=owner").content.decode()

    assert 'id="without-state" href="/hanh-dong/?index=PAPI&amp;sort=owner"' in page
    assert 'id="without-index" href="/hanh-dong/?state=open&amp;sort=owner"' in page
    assert page.count('id="without-') == 2


def test_the_filter_for_missing_evidence_is_silent_about_evidence_the_reader_may_not_see(
    several, foreign_official, official
):
    assert refs(Reader(foreign_official).get("/hanh-dong/")) == [several[3].ref, several[2].ref]
    assert refs(Reader(foreign_official).get("/hanh-dong/?evidence=none")) == [several[3].ref]
    assert len(refs(Reader(official).get("/hanh-dong/?evidence=none"))) == 2


def test_the_row_of_another_units_action_does_not_count_its_evidence(several, foreign_official):
    rows = Reader(foreign_official).get("/hanh-dong/").context["page"].rows

    assert [row.shows_proof for row in rows] == [True, False]


def test_the_names_offered_for_an_owner_are_those_the_reader_may_know(several, official, head, home_affairs):
    assert list(Reader(official).get("/hanh-dong/").context["people"]) == [head.full_name, official.full_name]
    names = Reader(home_affairs).get("/hanh-dong/").context["people"]
    assert names.index("Lê Thị Hòa") < names.index("Trần Quốc Khởi") < names.index("Nguyễn Thị Ánh Tuyết")


def test_the_chip_names_an_owner_only_to_those_who_meet_him(several, foreign_official, head, official):
    number = head.pk
    page = Reader(foreign_official).get(f"/hanh-dong/?owner={number}").content.decode()

    assert head.full_name not in page


def test_the_row_height_is_remembered_and_leads_back_to_the_list(action, official):
    reader = Reader(official)
    answer = reader.post("/hanh-dong/mat-do/", {"density": "dense", "next": "/hanh-dong/?time=overdue"})

    assert (answer.status_code, answer["Location"]) == (303, "/hanh-dong/?time=overdue")
    assert User.objects.get(pk=official.pk).density == "dense"
    assert '<html lang="vi" class="dense">' in reader.get("/hanh-dong/").content.decode()


@pytest.mark.parametrize(("words", "status", "leads_to"), [
    ({"density": "tiny"}, 422, None),
    ({"density": "roomy", "next": "https://elsewhere.example/"}, 303, "/hanh-dong/"),
])  # fmt: skip
def test_a_row_height_that_is_none_or_a_way_out_of_the_site_is_not_taken(words, status, leads_to, official):
    answer = Reader(official).post("/hanh-dong/mat-do/", words)

    assert (answer.status_code, answer.get("Location")) == (status, leads_to)
