"""The list of actions for programs: the same filters and ids as the page, paged by key."""

from datetime import timedelta

import pytest

from tests import factories
from tests.calling import Caller, refs
from tracker import calendar


@pytest.fixture
def thirty(weakness, official, home_affairs):
    """Thirty watched actions, three a day, of which ten are overdue today."""
    first = calendar.today() - timedelta(days=4)
    days = [first + timedelta(days=number // 3) for number in range(30)]
    return [factories.tracked_action(weakness, official, home_affairs, due_on=day) for day in days]


def test_a_row_says_who_does_what_until_when(action, official):
    row = Caller(official).read("actions/").json()["results"][0]

    assert row["ref"] == action.ref
    assert row["lead_unit"] == {"code": "STNMT", "name": "Sở Tài nguyên và Môi trường"}
    assert row["owner"] == {"id": official.pk, "full_name": "Trần Quốc Khởi"}
    assert row["weakness"] == {"ref": action.weakness.ref, "title": "Hồ sơ đất đai trễ hạn"}
    assert (row["time_status"], row["due_on"]) == ("overdue", "2022-08-31")


def test_another_units_actions_are_not_there(action, foreign_official):
    caller = Caller(foreign_official)

    assert refs(caller.read("actions/")) == []
    for part in ("", "history/", "evidence/", "extensions/"):
        assert caller.read(f"actions/{action.ref}/{part}").status_code == 404


def test_the_pages_of_the_list_are_the_list(thirty, official):
    caller, seen, cursor = Caller(official), [], {}
    while cursor is not None:
        answer = caller.read("actions/", size=7, **cursor)
        seen += refs(answer)
        cursor = {"cursor": answer.json()["next_cursor"]} if answer.json()["next_cursor"] else None

    assert seen == [action.ref for action in thirty]


def test_a_page_has_25_rows_unless_told(thirty, official):
    assert len(refs(Caller(official).read("actions/"))) == 25
    assert len(refs(Caller(official).read("actions/", size=100))) == 30


QUERIES = ["time=overdue", "time=due_soon", "state=open", "state=done", "group=so_nganh", "unit=STNMT", "unit=SYT",
           "index=PAR_INDEX", "owner=me", "q=so+hoa", "q=khoi", "q=benh+vien", "review=2021", "review=2020",
           "group=so_nganh&time=overdue&index=PAR_INDEX&owner=me&q=dat"]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_the_same_filter_on_the_page_gives_the_same_ids(query, thirty, official, client):
    client.force_login(official)

    shown = client.get(f"/hanh-dong/?{query}").context["page"].rows
    answered = Caller(official).get(f"/api/v1/actions/?size=50&{query}")

    assert refs(answered) == [action.ref for action in shown]


@pytest.mark.parametrize(
    ("parameter", "value"),
    [("unit", "none"), ("group", "none"), ("state", "asleep"), ("time", "never"), ("index", "XYZ"), ("owner", "x"),
     ("owner", "9" * 30), ("review", "abc"), ("review", "99999"), ("size", "0"), ("size", "101"), ("size", "x"),
     ("size", "٣"),
     ("cursor", "!"), ("cursor", "eyJhIjoxfQ"), ("cursor", "WyIyMDIyLTE1LTAxIiwxXQ"), ("cursor", "WzEsMl0"),
     ("cursor", ""),
     ("q", "a\x00b"), ("q", "x" * 300), ("sate", "open")],
)  # fmt: skip
def test_an_unsound_parameter_is_named_with_its_reason(parameter, value, official):
    answer = Caller(official).read("actions/", **{parameter: value})

    assert answer.status_code == 400
    assert list(answer.json()) == [parameter]
    assert answer.json()[parameter][0]


def test_a_cursor_beyond_all_numbers_ends_the_list(thirty, official):
    beyond = "WyIyMDIyLTAxLTAxIiw5MjIzMzcyMDM2ODU0Nzc1ODA3MDBd"  # ["2022-01-01", 922337203685477580700]

    assert Caller(official).read("actions/", cursor=beyond).status_code in (200, 400)


@pytest.mark.parametrize("size", [1, 30])
def test_one_row_or_thirty_cost_the_same_queries(size, thirty, official, django_assert_num_queries):
    caller = Caller(official)
    caller.read("actions/", size=size, time="overdue", group="so_nganh")

    with django_assert_num_queries(2):
        caller.read("actions/", size=size, time="overdue", group="so_nganh")


def test_head_and_other_verbs_of_http_are_answered(official):
    assert Caller(official).head("/api/v1/actions/").status_code == 200
    for verb in ("post", "put", "patch", "delete", "options"):
        assert getattr(Caller(official), verb)("/api/v1/actions/").status_code == 405
