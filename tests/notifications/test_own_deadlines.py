"""Reminders follow the unit's own deadline, and stop and begin again with an exemption."""

from datetime import date, time

import pytest

from notifications.models import Obligation
from plans.models import Submission
from tests.factories import actor
from tests.notifications.days import tick
from tests.notifications.owing import look_again, owed, reasons, write_down

SEVEN_BEFORE, LATER = date(2022, 6, 15), date(2022, 7, 1)
BEFORE_THE_NEW, AFTER_THE_OLD = date(2022, 6, 24), date(2022, 6, 23)


@pytest.fixture
def submission(review, official, head) -> Submission:
    Submission.objects.exclude(unit__code="STNMT").update(state="exempt")
    return Submission.objects.select_related("review", "unit").get(unit__code="STNMT")


def test_an_own_deadline_takes_the_planned_reminder_away_and_owes_the_one_of_the_new_date(
    submission, official, home_affairs
):
    write_down(SEVEN_BEFORE)
    assert owed("submission-due-7") == {official.email}

    submission.grant_date(by=actor(home_affairs), today=SEVEN_BEFORE, due_on=LATER, reason="Thiên tai")
    look_again(SEVEN_BEFORE)
    assert reasons("submission-due-7") == ["rescheduled"]

    write_down(AFTER_THE_OLD)
    assert owed("submission-overdue") == set()
    write_down(BEFORE_THE_NEW)
    planned = Obligation.objects.get(rule__code="submission-due-7", state="planned")
    assert (planned.recipient, planned.due_on) == (official, LATER)


def test_a_date_granted_on_the_day_its_reminder_falls_due_is_reminded_of_that_day(
    submission, official, home_affairs
):
    write_down(BEFORE_THE_NEW)
    submission.grant_date(by=actor(home_affairs), today=BEFORE_THE_NEW, due_on=LATER, reason="Thiên tai")
    write_down(BEFORE_THE_NEW)

    assert (
        Obligation.objects.filter(rule__code="submission-due-7", due_on=LATER, state="planned").count() == 1
    )


def test_an_exempt_unit_is_left_in_peace_until_it_is_expected_again(submission, official, home_affairs):
    write_down(SEVEN_BEFORE)
    submission.exempt(by=actor(home_affairs), today=SEVEN_BEFORE, reason="Mới thành lập")
    look_again(SEVEN_BEFORE)
    assert reasons("submission-due-7") == ["closed"]

    submission.expect_again(by=actor(home_affairs), today=SEVEN_BEFORE, reason="Nhầm đơn vị")
    write_down(SEVEN_BEFORE)
    assert owed("submission-due-7") == {official.email}


def test_the_people_of_the_unit_are_told_of_the_date_the_exemption_and_its_end(
    submission, official, head, home_affairs, sink
):
    official.language = head.language = "en"
    official.save()
    head.save()
    tick(SEVEN_BEFORE)
    sink.mails.clear()
    decisions = (
        ("grant_date", {"due_on": LATER, "reason": "Thiên tai kéo dài"}, "New deadline 1 July"),
        ("exempt", {"reason": "Sáp nhập"}, "No submission needed for 2021"),
        ("expect_again", {"reason": "Chưa sáp nhập"}, "To be handed in by 1 July"),
    )
    for minute, (verb, words, subject) in enumerate(decisions):
        getattr(submission, verb)(by=actor(home_affairs), today=SEVEN_BEFORE, **words)
        tick(SEVEN_BEFORE, time(9, minute))
        for person in (official, head):
            mail = sink.to(person.email)[-1]
            assert subject in mail["Subject"]
            assert words["reason"] in mail.get_body(("plain",)).get_content()
            assert words["reason"] in mail.get_body(("html",)).get_content()
