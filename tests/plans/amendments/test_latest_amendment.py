"""Whoever is of a unit reads on the plan's page in one sentence what the latest amendment changed for the unit."""

from datetime import date

import pytest

from tests import factories
from tests.reading import Reader, in_english, text

PLAN = "/ke-hoach/2022/"
SEPTEMBER = date(2022, 9, 30)


@pytest.fixture(autouse=True)
def helping(action, health):
    """The health department helps with line 1."""
    action.coordinating_units.add(health)


@pytest.fixture(autouse=True)
def readers(plan, official, head, foreign_official, home_affairs, leader):
    in_english(official, head, foreign_official, home_affairs, leader)


def said(person) -> str:
    """The sentence with the lines it leads to."""
    page = text(Reader(person).get(PLAN))
    return page.partition('<p id="dieu-chinh-moi">')[2].partition("</p>")[0]


def test_the_unit_that_leads_and_the_unit_that_helps_read_what_is_theirs(
    amendment, lines, late_action, by, paper, official, foreign_official
):
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    amendment.withdraw(lines[1], **by, reason="Trùng")
    amendment.add(late_action, **by)
    amendment.issue(**by, **paper)

    led, helped = said(official), said(foreign_official)
    assert "Amendment 205/KH-UBND of 1 August 2022 changed 3 lines of your unit&#x27;s." in led
    assert [f"{PLAN}phien-ban/2/#dong-{number}" in led for number in ("1", "2", "2a", "3")] == [
        True, True, True, False
    ]  # fmt: skip
    assert "Amendment 205/KH-UBND of 1 August 2022 changed 1 line your unit helps with." in helped
    assert "#dong-1" in helped and "#dong-2" not in helped


def test_a_unit_that_does_both_reads_both(amendment, lines, review, health, home_affairs, by, paper,
                                          foreign_official):  # fmt: skip
    weakness = factories.weakness(review, health, home_affairs)
    amendment.add(factories.tracked_action(weakness, foreign_official, home_affairs), **by)
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    amendment.issue(**by, **paper)

    assert "changed 1 line of your unit&#x27;s and 1 line your unit helps with." in said(foreign_official)


def test_a_unit_whose_lines_stay_as_they_are_is_told_so(amendment, lines, by, paper, foreign_official):
    amendment.change(lines[1], **by, due_on=SEPTEMBER)
    amendment.issue(**by, **paper)

    sentence = said(foreign_official)
    assert sentence == "Amendment 205/KH-UBND of 1 August 2022 changed nothing of your unit&#x27;s."


def test_only_the_latest_amendment_counts(amendment, plan, lines, by, paper, official, foreign_official):
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    amendment.issue(**by, **paper)
    following = type(amendment).begin(plan, **by, reason="Tiếp")
    following.change(lines[2], **by, note="Ghi rõ")
    following.issue(**by, **(paper | {"number": "206/KH-UBND"}))

    assert "206/KH-UBND" in said(official) and f"{PLAN}phien-ban/3/#dong-3" in said(official)
    assert "206/KH-UBND of 1 August 2022 changed nothing" in said(foreign_official)


def test_without_an_issued_amendment_nothing_is_said(amendment, lines, by, official):
    amendment.change(lines[0], **by, due_on=SEPTEMBER)

    assert said(official) == ""


def test_those_who_watch_the_whole_province_are_not_told_of_units(amendment, lines, by, paper, home_affairs,
                                                                  leader):  # fmt: skip
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    amendment.issue(**by, **paper)

    assert (said(home_affairs), said(leader)) == ("", "")
