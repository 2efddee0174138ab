"""Promises about what is owed: by many at once, after a long stop, and when dates and rules change under it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from threading import Barrier

import pytest
from django.db import connection

from notifications.models import Envelope, Obligation, PlannerRun, ReminderRule
from tests import factories
from tests.notifications import many
from tests.notifications.days import live, tick
from tests.notifications.many import rows
from tracker.models import Event

AT_ONCE = 7  # two timetables, a system timer and four people with the command
DUE = factories.DUE


@pytest.fixture
def quiet(review, sink):
    """Nobody owes a submission, and so far nothing is owed at all."""
    review.submissions.update(state="exempt")
    return review


def turn_at_once(day: date, clock: time) -> None:
    """So many turns started together; an error of one is an error of the test."""
    start = Barrier(AT_ONCE)

    def turn(_):
        start.wait()
        try:
            tick(day, clock)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(turn, range(AT_ONCE)))


@pytest.mark.django_db(transaction=True)
def test_seven_turns_at_once_on_five_days_owe_exactly_what_one_would(
    quiet, weakness, environment, head, home_affairs, sink
):
    owners = many.officials(environment, 4)
    many.actions_of(owners, weakness, home_affairs, each=5)
    days = [many.SEVEN_BEFORE, many.THREE_BEFORE, many.ONE_BEFORE, many.ON_THE_DAY, many.ONE_AFTER]
    tick(date(2022, 8, 19))
    sink.mails.clear()
    for day in days:
        turn_at_once(day, time(8))
        turn_at_once(day, time(8, 1))

    counting = Obligation.objects.filter(rule__anchor="action_due")
    assert counting.count() == 5 * 20 + 20  # five times for each owner, and once for the head
    assert set(counting.values_list("state", flat=True)) == {"done"}
    assert len(sink.mails) == len({mail["Message-ID"] for mail in sink.mails}) == 5 * 4 + 1
    assert PlannerRun.objects.filter(business_date__in=days).count() == 5


def test_after_a_stop_from_eight_days_before_to_three_after_each_person_gets_one_bundle_with_each_action_once(
    quiet, weakness, environment, head, home_affairs, sink
):
    owners = many.officials(environment, 3)
    actions = many.actions_of(owners, weakness, home_affairs, each=10)
    tick(date(2022, 8, 18))
    sink.mails.clear()
    tick(many.THREE_AFTER)

    assert sorted(mail["To"] for mail in sink.mails) == sorted(person.email for person in (*owners, head))
    for mail in sink.mails:
        text = mail.get_body(("plain",)).get_content()
        mine = [action for action in actions if mail["To"] in (action.owner.email, head.email)]
        assert [text.count(action.ref) for action in mine] == [text.count(mine[0].ref)] * len(mine)
        assert all(action in mine or action.ref not in text for action in actions)


def test_after_a_stop_the_older_reminders_are_superseded_and_every_business_date_has_its_run(
    quiet, weakness, environment, head, home_affairs, sink
):
    [owner] = many.officials(environment, 1)
    many.actions_of([owner], weakness, home_affairs)
    tick(date(2022, 8, 18))
    tick(many.THREE_AFTER)

    owed = Obligation.objects.filter(rule__anchor="action_due", recipient=owner)
    missed = [(offset, "suppressed", "superseded") for offset in (-7, -3, -1, 0)]
    assert rows(owed, "occurrence", "state", "reason") == [*missed, (1, "done", "")]
    runs = PlannerRun.objects.filter(business_date__gte=date(2022, 8, 18)).order_by("business_date")
    assert " ".join(f"{run.business_date:%d/%m}" for run in runs) == (
        "18/08 19/08 22/08 23/08 24/08 25/08 26/08 29/08 30/08 31/08 05/09 06/09 07/09"
    )


def move(action, official, home_affairs, today: date, to: date) -> None:
    """The unit asks for more time, and Home Affairs grants it on the same day."""
    action.refresh_from_db()
    asked = action.ask_extension(
        by=factories.actor(official, today), today=today, requested_due_on=to, reason="Chờ kinh phí"
    )
    asked.approve(by=factories.actor(home_affairs, today), today=today)


FIRST_MOVE, FIRST, SECOND_MOVE, SECOND = (
    date(2022, 9, 13), date(2022, 10, 14), date(2022, 10, 12), date(2022, 11, 15),
)  # fmt: skip
NEW_RULE = date(2022, 9, 20)


@pytest.fixture
def moved_twice(old_news, official, home_affairs, admin, sink):
    """Three people are owed a reminder when the deadline moves; the rule changes; then it moves again."""
    tick(date(2022, 8, 19))
    tick(FIRST_MOVE, time(7))
    assert Obligation.objects.filter(rule__anchor="action_due", state="planned").count() == 3
    move(old_news, official, home_affairs, FIRST_MOVE, to=FIRST)
    tick(FIRST_MOVE)
    rule, by = ReminderRule.objects.get(code="action-due"), factories.actor(admin, FIRST_MOVE)
    rule.supersede(by=by, today=FIRST_MOVE, valid_from=NEW_RULE, offsets=[-5, -2, 0])
    live(date(2022, 9, 14), date(2022, 10, 11))
    tick(SECOND_MOVE, time(7))
    move(old_news, official, home_affairs, SECOND_MOVE, to=SECOND)
    live(SECOND_MOVE, SECOND)
    return old_news


def test_a_deadline_moved_twice_with_another_rule_in_between_leaves_each_row_explained(moved_twice, official):
    older, newer = ReminderRule.objects.filter(code="action-due").order_by("pk")
    mine = Obligation.objects.filter(rule__anchor="action_due", recipient=official)

    assert rows(mine, "due_on", "occurrence", "rule__code", "state", "reason") == [
        *[(DUE, offset, "action-due", "suppressed", "superseded") for offset in (-7, -3, -1, 0)],
        (DUE, 1, "action-overdue-1", "suppressed", "superseded"),
        (DUE, 7, "action-overdue-7", "cancelled", "rescheduled"),
        (FIRST, -5, "action-due", "done", ""),
        (FIRST, -2, "action-due", "cancelled", "rescheduled"),
        *[(SECOND, offset, "action-due", "done", "") for offset in (-5, -2, 0)],
    ]
    assert {owed.rule for owed in mine.filter(due_on=DUE, occurrence__lte=0)} == {older}
    assert {owed.rule for owed in mine.exclude(due_on=DUE)} == {newer}
    assert [event.verb for event in Event.objects.of(moved_twice)].count("extended") == 2
    assert Event.objects.of(older).get().after["rule"] == newer.pk


def test_after_a_deadline_moved_twice_only_what_is_true_was_sent_and_each_once(moved_twice, official, head):
    bundles = Envelope.objects.filter(kind="bundle", state="sent").order_by("pk")

    told = bundles.filter(recipient=official).values_list("business_date", flat=True)
    assert " ".join(f"{day:%d/%m}" for day in told) == "07/10 08/11 11/11 15/11"
    others = Obligation.objects.filter(rule__anchor="action_due").exclude(recipient=official)
    assert set(others.values_list("state", "reason")) == {
        ("suppressed", "superseded"),
        ("cancelled", "rescheduled"),
    }
