"""The second opinion never cries wolf: whatever people do, the books agree after every turn."""

from datetime import date, datetime, time

import pytest
from django.db.models.functions import Now

from notifications import engine, reconcile
from notifications.models import Discrepancy, Obligation, OptOut, PlannerRun, RegisterChange
from tests import factories
from tests.notifications import days, summer
from tests.notifications.days import MONDAY, at, live, tick
from tests.notifications.owing import write_down
from tests.notifications.people_at_work import Office
from tracker.models import Delegation, Membership, WorkingDayException

FRIDAY, TUESDAY = date(2022, 8, 26), date(2022, 8, 23)


def agree(moment: datetime) -> None:
    """Compare, and show what was found when something was."""
    reconcile.compare(moment)
    names = "kind", "subject_ref", "recipient__email", "rule__code", "due_on", "occurrence"
    assert list(Discrepancy.objects.values_list(*names)) == []


def turn(moment: datetime) -> None:
    engine.tick(moment, driver="test")
    agree(moment)


@pytest.fixture
def compared_each_turn(monkeypatch):
    """Of a lived summer the books are compared after each turn; where days only pass, on Mondays and Thursdays."""

    def compared_tick(day, clock=days.EIGHT):
        turn(at(day, clock))

    def compared_days(first, last):
        for day in days.days_between(first, last):
            turn(at(day)) if day.weekday() in (0, 3) or day == last else tick(day)

    monkeypatch.setattr(summer, "tick", compared_tick)
    monkeypatch.setattr(summer, "live", compared_days)


def test_a_summer_with_submission_plan_extension_and_report_agrees(
    action, official, head, home_affairs, compared_each_turn
):
    summer.Summer(action, official, head, home_affairs).live()

    assert reconcile.compare(at(summer.OCTOBER_12)).expected > 5


def test_weeks_in_which_anything_may_happen_agree_after_every_turn(db):
    office = Office(seed=5)
    for _ in range(20):
        office.live_a_day(turn)

    assert Obligation.objects.count() > 50


def test_a_gap_of_ten_days_and_what_changed_in_it_agrees(old_news, official, head):
    tick(date(2022, 8, 19))
    old_news.assign(by=factories.actor(head), today=TUESDAY, owner=head)
    Delegation.objects.create(absentee=head, stand_in=official, starts_on=FRIDAY, ends_on=FRIDAY)
    turn(at(date(2022, 9, 6)))


def test_who_was_head_only_while_the_plan_was_being_written_is_not_missed(old_news, environment):
    tick(date(2022, 9, 5), time(7))
    guest = factories.person("moi@sample.test", "Người Mới", "unit_head", environment)
    PlannerRun.objects.filter(business_date=date(2022, 9, 5)).update(written_at=Now())
    Membership.objects.filter(user=guest).delete()

    turn(at(date(2022, 9, 6)))


def test_who_came_today_is_not_missed_in_this_morning_s_plan(old_news, environment, head):
    live(MONDAY, date(2022, 9, 5))
    factories.person("moi@sample.test", "Người Mới", "unit_head", environment)

    agree(at(date(2022, 9, 5), time(9)))


def test_who_left_without_a_trace_is_no_surplus(old_news, official, head):
    live(MONDAY, date(2022, 9, 5))
    Membership.objects.filter(user=head).delete()

    agree(at(date(2022, 9, 5), time(9)))


def test_an_account_disabled_and_enabled_again_agrees(old_news, official):
    for is_active, day in ((False, MONDAY), (True, TUESDAY), (False, FRIDAY)):
        type(official).objects.filter(pk=official.pk).update(is_active=is_active)
        turn(at(day))


def test_a_day_off_announced_late_makes_no_line_of_the_past_a_fault(old_news):
    live(date(2022, 8, 19), FRIDAY)
    WorkingDayException.objects.create(day=date(2022, 8, 30), is_working=False, reason="Bão")
    agree(at(FRIDAY, time(9)))
    turn(at(date(2022, 8, 29)))


def test_declined_mails_are_not_missed(reported, home_affairs, review):
    review.submissions.update(state="exempt")
    OptOut.objects.decline(home_affairs, "decision-waiting", today=factories.SUMMER)
    for day in days.days_between(date(2022, 8, 1), date(2022, 8, 8)):
        turn(at(day))
    OptOut.objects.want_again(home_affairs, "decision-waiting", today=factories.SUMMER)
    turn(at(date(2022, 8, 9)))


def test_books_nobody_has_written_yet_agree(db):
    agree(at(MONDAY))


def test_what_was_written_before_changes_were_noted_is_not_judged(old_news, official):
    live(MONDAY, date(2022, 9, 5))
    Obligation.objects.filter(recipient=official).first().delete()
    RegisterChange.objects.create()

    agree(at(date(2022, 9, 5), time(9)))


def test_a_submission_nobody_hands_in_is_reminded_of_for_months(review, head):
    """The window of days once began too late for what is older than every action; the books found it."""
    for day in days.days_between(factories.CONFERENCE, date(2022, 9, 20)):
        write_down(day)

    agree(at(date(2022, 9, 20)))
    assert Obligation.objects.filter(rule__code="submission-overdue", recipient=head).count() > 15
