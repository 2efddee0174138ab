"""The plan's page: from accepted submissions to the recorded issue."""

import pytest

from plans.models import Plan
from tests import factories
from tests.reading import Reader
from tracker import calendar

PAGE = "/ke-hoach/2022/"


@pytest.fixture
def draft(action, home_affairs) -> Plan:
    return Plan.compile(action.weakness.review, by=factories.actor(home_affairs), today=factories.ISSUED)


def test_the_plan_of_the_running_review_is_a_click_away(draft, home_affairs):
    assert Reader(home_affairs).get("/ke-hoach/").url == PAGE


def test_home_affairs_compiles_submits_and_records_the_issue(action, home_affairs):
    reader = Reader(home_affairs)
    signed = {
        "number": "118/KH-UBND",
        "issued_on": f"{calendar.today():%d/%m/%Y}",
        "signer_name": "Nguyễn Văn A",
        "signer_title": "",
    }
    why = {"reason": factories.ALL_THE_SAME}
    steps = [("tong-hop/", {}), ("trinh/", why), ("ban-hanh/", signed | why)]

    assert [reader.fill_in(PAGE + part, **words).status_code for part, words in steps] == [303] * 3
    assert "118/KH-UBND" in reader.get(PAGE).content.decode()


def test_number_and_signer_are_never_invented(draft, home_affairs):
    draft.send(by=factories.actor(home_affairs), today=factories.ISSUED, reason=factories.ALL_THE_SAME)
    page = Reader(home_affairs).fill_in(
        PAGE + "ban-hanh/",
        number="",
        issued_on="31/02/2022",
        signer_name="",
        signer_title="",
        reason="Kịp hạn",
    )

    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"number", "issued_on", "signer_name"}


def test_a_unit_reads_the_plan_only_once_it_is_issued(draft, official, home_affairs):
    reader = Reader(official)
    assert draft.items.get().measure not in reader.get(PAGE).content.decode()

    factories.issued_plan(draft.review, home_affairs)
    assert draft.items.get().measure in reader.get(PAGE).content.decode()


@pytest.mark.parametrize("part", ["tong-hop/", "trinh/", "ban-hanh/"])
def test_only_home_affairs_changes_the_plan(part, draft, leader, inspector):
    assert [Reader(person).get(PAGE + part).status_code for person in (leader, inspector)] == [403, 403]


def test_thirty_lines_cost_as_many_queries_as_one(
    draft, weakness, official, home_affairs, django_assert_num_queries
):
    reader = Reader(home_affairs)
    reader.get(PAGE)
    with django_assert_num_queries(24):
        reader.get(PAGE)
    for _ in range(29):
        factories.tracked_action(weakness, official, home_affairs)
    Plan.compile(draft.review, by=factories.actor(home_affairs), today=factories.ISSUED)

    with django_assert_num_queries(24):
        reader.get(PAGE)


def test_a_year_without_a_review_is_not_found(draft, home_affairs):
    assert Reader(home_affairs).get("/ke-hoach/1999/").status_code == 404
