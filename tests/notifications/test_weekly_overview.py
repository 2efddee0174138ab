"""The weekly overview: owed once for each week of a plan that is being watched, and never with old figures."""

from datetime import date

import pytest

from notifications.models import Obligation, OptOut, PlannerRun
from tests import factories
from tests.notifications.owing import look_again, owed, reasons, write_down
from tracker.models import WorkingDayException

MONDAY, TUESDAY, FRIDAY = date(2022, 8, 22), date(2022, 8, 23), date(2022, 8, 26)
NEXT_MONDAY = date(2022, 8, 29)


@pytest.fixture
def watched(old_news, review, home_affairs, leader):
    """The plan is issued and its actions are being watched."""
    factories.issued_plan(review, home_affairs)
    review.refresh_from_db()
    return review


def weeks() -> list[date]:
    return list(Obligation.objects.filter(rule__code="weekly-overview").order_by("due_on")
                .values_list("due_on", flat=True).distinct())  # fmt: skip


def test_home_affairs_and_leadership_are_owed_one_on_the_first_working_day(watched, home_affairs, leader):
    for day in (MONDAY, TUESDAY, FRIDAY):
        write_down(day)

    assert owed("weekly-overview") == {home_affairs.email, leader.email}
    assert weeks() == [MONDAY]
    assert {(row.subject_type, row.subject_id, row.occurrence) for row in Obligation.objects.filter(
        rule__code="weekly-overview")} == {("review", watched.pk, 0)}  # fmt: skip


def test_a_review_that_is_not_watched_has_none(old_news, home_affairs):
    write_down(MONDAY)

    assert weeks() == []


def test_a_week_that_begins_with_a_holiday_begins_on_its_first_working_day(watched):
    WorkingDayException.objects.create(day=MONDAY, is_working=False, reason="Hoán đổi")
    write_down(TUESDAY)

    assert weeks() == [TUESDAY]


def test_a_week_whose_monday_became_free_after_its_overview_was_owed_has_no_second_one(watched):
    write_down(MONDAY)
    WorkingDayException.objects.create(day=MONDAY, is_working=False, reason="Bão số 4")
    write_down(TUESDAY)

    assert weeks() == [MONDAY]


def test_one_that_was_not_sent_still_holds_later_in_its_week(watched):
    write_down(MONDAY)
    look_again(FRIDAY)

    assert reasons("weekly-overview") == ["", ""]


def test_one_of_a_past_week_is_superseded_by_the_next(watched, home_affairs, leader):
    write_down(MONDAY)
    write_down(NEXT_MONDAY)

    assert reasons("weekly-overview") == ["superseded", "superseded", "", ""]
    assert owed("weekly-overview") == {home_affairs.email, leader.email}


def test_weeks_in_which_nobody_planned_leave_the_last_one_only(watched):
    PlannerRun.objects.create(business_date=date(2022, 8, 12), finished_at="2022-08-12T01:00Z")
    write_down(NEXT_MONDAY)

    assert weeks() == [date(2022, 8, 15), MONDAY, NEXT_MONDAY]
    assert set(Obligation.objects.filter(rule__code="weekly-overview", state="planned")
               .values_list("due_on", flat=True)) == {NEXT_MONDAY}  # fmt: skip


def test_a_review_that_is_closed_owes_its_overview_no_more(watched, home_affairs):
    write_down(MONDAY)
    watched.close(by=factories.actor(home_affairs), today=MONDAY)
    look_again(MONDAY)

    assert set(reasons("weekly-overview")) == {"closed"}


def test_who_declined_it_is_not_owed_it(watched, home_affairs, leader):
    OptOut.objects.create(user=leader, kind="weekly-overview")
    write_down(MONDAY)

    assert owed("weekly-overview") == {home_affairs.email}
