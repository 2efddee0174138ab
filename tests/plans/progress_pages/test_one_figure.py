"""Lines are counted in lines and units' actions in actions, and every page and paper says which."""

from datetime import date

import pytest

from plans.models import Amendment, Plan
from plans.papers import progress_report
from plans.progress.lines import lines_on
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.life.steps import SIGNED
from tests.plans.word_reader import lines_of
from tests.reading import Reader, in_english, text

AUTUMN = date(2022, 9, 30)
PLAN = "/ke-hoach/2022/"
BOTH = "The plan has 2 lines, made of 3 actions of the units."


@pytest.fixture
def draft(weakness, official, health, home_affairs, foreign_official, review) -> Plan:
    """Two departments mean the same, so that three actions make two lines."""
    other = factories.weakness(review, health, home_affairs)
    mine = [factories.tracked_action(weakness, official, home_affairs) for _ in range(2)]
    theirs = factories.tracked_action(other, foreign_official, home_affairs)
    plan = Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    alike = [each.contribution.item for each in (mine[0], theirs)]
    plan.merge(alike, by=actor(home_affairs), today=ISSUED)
    return plan


@pytest.fixture
def plan(draft, review, home_affairs) -> Plan:
    return factories.issued_plan(review, home_affairs)


def shown(person, place: str) -> str:
    in_english(person)
    return text(Reader(person).get(place))


def test_the_plan_says_how_many_lines_it_has_and_of_how_many_actions_they_are_made(plan, leader):
    page = shown(leader, PLAN)

    assert "2 lines, made of 3 actions of the units" in page
    assert "<b>0/3</b><span>actions completed</span>" in page and "0/3 actions completed" in page


def test_a_draft_says_it_in_the_same_words(draft, leader):
    assert "2 lines, made of 3 actions of the units" in shown(leader, PLAN)


def test_progress_begins_with_both_numbers_and_heads_its_column_with_what_it_counts(plan, leader):
    page = shown(leader, f"{PLAN}tien-do/?on=2022-10-31")

    assert f"{BOTH} On 31 October 2022 none of 3 actions was completed." in page
    assert 'data-label="Actions in all"' in page and 'data-label="Sum"' not in page


def test_strangers_read_the_same_two_numbers(plan, home_affairs, client):
    plan.publish(by=actor(home_affairs), today=AUTUMN)
    page = text(client.get("/cong-khai/ke-hoach/2022/?lang=en", follow=True))

    assert BOTH in page


def test_leadership_reads_both_on_one_tile(plan, leader):
    page = shown(leader, "/tong-quan/")

    assert "<b>3</b><span>actions, of 2 lines of the plan</span>" in page


def test_a_share_has_the_same_digits_on_the_overview_and_in_the_progress(plan, leader):
    overdue = "<b>3</b><span>not completed, overdue (100.0%)</span>"

    assert overdue in shown(leader, "/tong-quan/") and overdue in shown(leader, f"{PLAN}tien-do/")


def test_the_list_counts_actions_and_calls_them_so(plan, leader):
    page = shown(leader, "/hanh-dong/")

    assert "3 actions" in page and "3 results" not in page


def test_the_report_to_the_peoples_committee_begins_with_both(plan):
    paper = lines_of(progress_report(plan, AUTUMN))

    assert "Kế hoạch có 2 nhiệm vụ, gồm 3 biện pháp của các cơ quan, đơn vị, trong đó:" in paper
    assert "- Chưa hoàn thành, quá hạn: 3 biện pháp (100,0%)." in paper
    assert not [line for line in paper if "3 nhiệm vụ" in line]


def test_a_day_of_the_past_has_the_lines_that_the_paper_had_then(plan, home_affairs):
    by, line = actor(home_affairs), plan.items.order_by("position").last()
    amendment = Amendment.begin(plan, by=by, today=AUTUMN, reason="Điều chỉnh theo kết luận.")
    amendment.withdraw(line, by=by, today=AUTUMN, reason="Đã có đề án khác.")
    amendment.issue(by=by, today=AUTUMN, **SIGNED | {"number": "205/KH-UBND", "issued_on": AUTUMN})

    assert [lines_on(plan, day) for day in (ISSUED, date(2022, 9, 29), AUTUMN)] == [2, 2, 1]
