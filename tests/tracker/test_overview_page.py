"""The page of leadership: four results that add up, each number a list, and nothing said that is not so."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import Plan, Submission
from tests import factories
from tests.reading import Reader, in_english, text
from tests.tracker.linked_numbers import linked_numbers
from tests.tracker.province_at_work import at_work, days_ahead, due_in
from tracker.models import Review
from tracker.standing import RESULTS

PLACE = "/tong-quan/"


@pytest.fixture
def elsewhere(review, health, home_affairs, foreign_official):
    return factories.weakness(review, health, home_affairs, index=factories.index("PAPI"), criterion=None)


@pytest.fixture
def plan(weakness, official, head, home_affairs, elsewhere, foreign_official, review) -> Plan:
    """The plan in the middle of its year; a body outside the groups works on it, too."""
    at_work(weakness, official, home_affairs, elsewhere, foreign_official)
    outside = factories.unit("TTHCC", "Trung tâm Phục vụ hành chính công", is_reviewed=False)
    type(outside).objects.filter(pk=outside.pk).update(group=None)
    person = factories.person("tt@sample.test", "Lý Văn Tám", "official", outside)
    due_in(-2, weakness, person, home_affairs, lead_unit=outside)
    return issued(review, home_affairs)


def issued(review, home_affairs) -> Plan:
    return factories.issued_plan(review, home_affairs)


def test_every_number_is_the_length_of_the_list_it_opens(plan, leader):
    reader = Reader(leader)
    numbers = linked_numbers(reader.get(PLACE))

    assert len(numbers) > 30
    assert {query: reader.get(query).context["count"] for query, _ in numbers} == dict(numbers)


def test_the_four_results_add_up_in_every_row_and_every_column(plan, leader):
    context = Reader(leader).get(PLACE).context
    totals = context["totals"]

    assert {name: totals[name] for name in RESULTS} == {
        "done_on_time": 1, "done_late": 1, "open_in_time": 13, "open_late": 10,
    }  # fmt: skip
    for rows in (context["groups"], context["units"], context["indices"]):
        assert all(sum(row[name] for name in RESULTS) == row["total"] for row in rows)
        assert all(sum(row[name] for row in rows) == totals[name] for name in (*RESULTS, "total"))


def test_each_bar_is_as_long_as_its_numbers_say(plan, leader):
    page = Reader(leader).get(PLACE)
    rows = [*page.context["groups"], *page.context["indices"], *page.context["units"]]
    drawn = [bar.split("</svg>")[0] for bar in text(page).split('<svg class="bars"')[1:]]

    assert len(drawn) == len(rows)
    for row, bar in zip(rows, drawn, strict=True):
        widths = [float(part.split('"')[0]) for part in bar.split('width="')[1:]]
        assert [width * row["total"] / 100 for width in widths] == pytest.approx(
            [row[name] for name in RESULTS], abs=0.05
        )
        assert sum(widths) == pytest.approx(100, abs=1)


def test_what_is_no_longer_applicable_is_said_and_counted_nowhere(plan, leader):
    in_english(leader)
    page = Reader(leader).get(PLACE)

    assert page.context["totals"]["dropped"] == 1
    assert "1 action is no longer applicable" in text(page)


def test_the_number_published_stands_in_the_row_of_its_index(plan, review, leader):
    review.results.create(
        index=factories.index("PAPI"), value="42.16", scale=80, rank=33, rank_of=63, change_rank=-6
    )
    rows = {row["thing"].code: row["published"] for row in Reader(leader).get(PLACE).context["indices"]}

    assert rows["PAPI"].rank == 33 and rows["PAR_INDEX"] is None


def test_leadership_is_asked_about_units_late_for_long_and_about_time_refused(plan, leader):
    context = Reader(leader).get(PLACE).context

    assert [(row["thing"].code, row["late"]) for row in context["late_units"]] == [("STNMT", 5)]
    assert context["refused"] == 1


def test_nothing_is_to_be_decided_when_nothing_is_late(action, review, home_affairs, leader):
    in_english(leader)
    type(action).objects.update(due_on=days_ahead(30))
    issued(review, home_affairs)

    assert "Nothing: no unit is overdue for 15 days" in text(Reader(leader).get(PLACE))


def test_before_the_plan_is_issued_the_submissions_are_shown(
    review, weakness, official, home_affairs, leader
):
    in_english(leader)
    due_in(-3, weakness, official, home_affairs)
    submission = Submission.objects.get(unit__code="SNV")
    submission.exempt(by=factories.actor(home_affairs), today=factories.IN_JUNE, reason="Chủ trì đợt")
    page = Reader(leader).get(PLACE)

    assert page.context["totals"] == {
        "accepted": 0, "submitted": 0, "missing": 2, "total": 2, "exempt": 1, "handed_in": 0,
    }  # fmt: skip
    ((place, number), _) = linked_numbers(page, "/ban-nop/2021/?")
    assert number == 2 == len(Reader(leader).get(place).context["board"].rows)
    assert "0 of 2 units have handed in" in text(page) and "1 unit need not hand in" in text(page)


@pytest.fixture
def year_before(environment, official, home_affairs) -> Review:
    """An earlier review of which one action is still overdue, and its plan."""
    review = Review.objects.create(
        year=2020, conference_on=date(2021, 6, 10), submissions_due_on=date(2021, 6, 20),
        plan_due_on=date(2021, 7, 20), state=Review.State.OPEN,
    )  # fmt: skip
    weakness = factories.weakness(review, environment, home_affairs)
    due_in(-100, weakness, official, home_affairs)
    plan = Plan.compile(review, by=factories.actor(home_affairs), today=factories.ISSUED)
    plan.send(by=factories.actor(home_affairs), today=factories.ISSUED, reason=factories.ALL_THE_SAME)
    plan.issue(by=factories.actor(home_affairs), today=factories.ISSUED, number="99/KH-UBND", reason="Kịp hạn",
               issued_on=factories.ISSUED, signer_name="Nguyễn Văn A")  # fmt: skip
    return review


def test_each_year_has_its_own_page(plan, year_before, leader):
    reader = Reader(leader)
    latest, earlier = reader.get(PLACE), reader.get(f"{PLACE}?year=2020")

    assert [review.year for review in latest.context["reviews"]] == [2021, 2020]
    assert (latest.context["totals"]["total"], earlier.context["totals"]["total"]) == (25, 1)
    for query, number in linked_numbers(earlier):
        assert reader.get(query).context["count"] == number


@pytest.mark.parametrize("year", ["1999", "abc", "٢٠٢١", "99999999999999999999"])
def test_a_year_that_is_not_there_is_refused_with_those_that_are(year, plan, leader):
    in_english(leader)
    page = Reader(leader).get(f"{PLACE}?year={year}")

    assert page.status_code == 422 and "Choose one of these years: 2021." in text(page)


def test_those_who_watch_read_it_and_units_do_not(
    plan, leader, inspector, home_affairs, admin, official, head
):
    assert [Reader(person).get(PLACE).status_code for person in (leader, inspector, home_affairs, admin)] == [
        200
    ] * 4
    assert [Reader(person).get(PLACE).status_code for person in (official, head)] == [403] * 2


def test_home_affairs_finds_the_way_from_follow_up(plan, home_affairs):
    assert f'href="{PLACE}"' in text(Reader(home_affairs).get("/theo-doi/"))


def test_an_issued_plan_of_which_nothing_is_followed_up_breaks_nothing(review, home_affairs, action, leader):
    in_english(leader)
    issued(review, home_affairs)
    action.refresh_from_db()
    action.drop(by=factories.actor(home_affairs), today=factories.SUMMER, reason="Không còn cần")
    page = text(Reader(leader).get(PLACE))

    assert "No action of this plan is followed up yet." in page and "1 action is no longer applicable" in page


def test_many_units_cost_as_many_queries_as_few(plan, official, home_affairs, review, leader):
    reader = Reader(leader)
    few = _queries(reader)
    for number in range(12):
        unit = factories.unit(f"U{number}", f"Đơn vị {number}")
        person = factories.person(f"u{number}@sample.test", f"Người {number}", "official", unit)
        of_unit = factories.weakness(review, unit, home_affairs, index=factories.index(f"I{number % 3}"))
        due_in(-number - 1, of_unit, person, home_affairs)

    assert _queries(reader) == few


def _queries(reader) -> int:
    reader.get(PLACE)
    with CaptureQueriesContext(connection) as asked:
        reader.get(PLACE)
    return len(asked)
