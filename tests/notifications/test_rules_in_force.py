"""The planner reads the rules of the day: superseding one loses nothing and doubles nothing."""

from datetime import date, timedelta

import pytest

from notifications.models import Obligation, ReminderRule
from tests import factories
from tests.notifications.owing import look_again, write_down
from tracker.calendar import days_between
from tracker.models import Action, WorkingDayException

SATURDAY, SUNDAY = date(2022, 8, 27), date(2022, 8, 28)
# Due on Wednesday 31/08: seven working days before is 22/08, three is 26/08, one is 30/08.
AT_7, AT_3, AFTER_3, AT_1, DUE = (
    date(2022, 8, 22),
    date(2022, 8, 26),
    date(2022, 8, 29),
    date(2022, 8, 30),
    date(2022, 8, 31),
)


@pytest.fixture
def rule(old_news, official) -> ReminderRule:
    return ReminderRule.objects.get(code="action-due")


def supersede(rule, admin, today: date, valid_from: date, **changes) -> ReminderRule:
    return rule.supersede(by=factories.actor(admin), today=today, valid_from=valid_from, **changes)


def plan_days(first: date, last: date) -> None:
    for day in days_between(first, last):
        write_down(day)


def told() -> list[tuple[date, int]]:
    """The days on which the owner's reminders were owed, and their offsets."""
    rows = Obligation.objects.filter(rule__code="action-due").order_by("fire_on", "pk")
    return list(rows.values_list("fire_on", "occurrence"))


def test_what_was_reminded_under_the_old_row_is_not_reminded_again_by_the_new_one(rule, admin):
    plan_days(AT_7, AT_3)
    supersede(rule, admin, AT_3, AFTER_3, offsets=[-3, -1, 0], repeat_every=2)
    plan_days(AFTER_3, DUE)

    assert told() == [(AT_7, -7), (AT_3, -3), (AT_1, -1), (DUE, 0)]


def test_the_new_row_counts_from_its_first_day_on_and_not_backwards(rule, admin):
    plan_days(AT_7, AT_3)
    supersede(rule, admin, AT_3, AFTER_3, offsets=[-5, -2, 0])
    plan_days(AFTER_3, DUE)

    assert told() == [(AT_7, -7), (AT_3, -3), (AFTER_3, -2), (DUE, 0)]


def test_days_nobody_planned_are_planned_by_the_row_that_held_on_them(rule, admin):
    write_down(date(2022, 8, 19))
    supersede(rule, admin, date(2022, 8, 19), AFTER_3, offsets=[-1])
    write_down(AT_1)

    assert told() == [(AT_7, -7), (AT_3, -3), (AT_1, -1)]


def test_what_the_old_row_owes_is_still_owed_after_it_ended(rule, admin):
    plan_days(AT_7, AT_3)
    supersede(rule, admin, AT_3, AFTER_3, offsets=[0])
    look_again(AFTER_3)

    assert Obligation.objects.get(rule=rule, occurrence=-3).state == "planned"


def test_a_reminder_that_the_calendar_moves_over_the_change_is_not_told_twice(rule, admin):
    plan_days(AT_7, AT_3)
    newer = supersede(rule, admin, AT_3, SATURDAY, offsets=[-3, -1, 0])
    for day in (SATURDAY, SUNDAY):
        WorkingDayException.objects.create(day=day, is_working=True, reason="Làm bù")
    plan_days(SATURDAY, AFTER_3)

    assert not Obligation.objects.filter(rule=newer, occurrence=-3).exists()


def test_a_retired_rule_reminds_no_more(rule, admin):
    plan_days(AT_7, AT_3)
    rule.retire(by=factories.actor(admin), today=AT_3, valid_until=AT_3)
    plan_days(AFTER_3, DUE)

    assert told() == [(AT_7, -7), (AT_3, -3)]


def test_other_people_are_told_from_the_first_day_of_the_new_row(rule, admin, head, official):
    supersede(rule, admin, AT_7 - timedelta(days=1), AT_3, audiences=["owner", "unit_head"])
    plan_days(AT_7, AT_3)

    rows = Obligation.objects.filter(rule__code="action-due").order_by("fire_on", "recipient__email")
    assert list(rows.values_list("fire_on", "recipient__email")) == [
        (AT_7, official.email), (AT_3, head.email), (AT_3, official.email),
    ]  # fmt: skip


def test_an_event_is_told_by_the_row_of_its_day(rule, admin, head, official, environment):
    colleague = factories.person("nam@sample.test", "Đỗ Nam", "official", environment)
    news = ReminderRule.objects.get(code="action-assigned")
    newer = supersede(news, admin, AT_7, AT_3, audiences=["owner", "unit_head"])
    action = Action.objects.get()
    for day, owner in ((AT_7, colleague), (AT_3, official)):
        action.assign(by=factories.actor(head), today=day, owner=owner)
    write_down(AT_3)

    rows = Obligation.objects.filter(rule__code="action-assigned")
    assert set(rows.values_list("due_on", "rule")) == {(AT_7, news.pk), (AT_3, newer.pk)}


def test_without_progress_counts_working_days(old_news, official):
    old_news.update_progress(
        by=factories.actor(official), today=date(2022, 8, 1), percent=10, note="Đã bắt đầu"
    )
    plan_days(date(2022, 8, 15), date(2022, 8, 19))

    assert Obligation.objects.get(rule__code="action-quiet").fire_on == date(2022, 8, 19)
