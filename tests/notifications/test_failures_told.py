"""A mail that could not be delivered is told to those who can put it right: the unit's other contact, Home Affairs."""

from datetime import date, time, timedelta

import pytest

from notifications.engine import plan
from notifications.models import Envelope, Obligation
from tests import factories
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, at, tick
from tests.notifications.owing import look_again, owed, reasons
from tracker.models import Membership


def failed(recipient, on: date = MONDAY, kind: str = "action-assigned") -> Envelope:
    mail = envelopes.waiting(recipient, at(on), kind=kind, state="failed", reason="refused")
    mail.tries.create(at=at(on), outcome="failed", server_reply="550 no such user")
    return mail


def test_the_head_and_home_affairs_hear_of_a_mail_to_an_official(
    official, head, home_affairs, foreign_official
):
    mail = failed(official)
    assert plan.tell_failures(at(MONDAY)) == 2

    assert owed("delivery-failed") == {head.email, home_affairs.email}
    rows = Obligation.objects.filter(rule__code="delivery-failed")
    assert {
        (row.subject_type, row.subject_id, row.subject_ref, row.due_on, row.occurrence) for row in rows
    } == {("envelope", mail.pk, official.email, MONDAY, 0)}


def test_the_officials_hear_of_a_mail_to_the_head_and_never_he_himself(official, head, home_affairs):
    Membership.objects.create(user=head, unit=head.memberships.get().unit, role="official")
    failed(head)
    plan.tell_failures(at(MONDAY))

    assert owed("delivery-failed") == {official.email, home_affairs.email}


def test_a_mail_to_home_affairs_is_told_to_the_colleagues_there(home_affairs, second_home_affairs):
    failed(home_affairs)
    plan.tell_failures(at(MONDAY))

    assert owed("delivery-failed") == {second_home_affairs.email}


def test_it_is_written_down_once_however_often_it_is_asked(official, head, home_affairs):
    failed(official)
    for minute in range(3):
        plan.tell_failures(at(MONDAY, time(8, minute)))

    assert Obligation.objects.count() == 2


def test_a_failure_of_more_than_a_week_ago_is_no_news(official, head, home_affairs):
    failed(official)
    assert plan.tell_failures(at(MONDAY + timedelta(days=8))) == 0
    assert plan.tell_failures(at(MONDAY + timedelta(days=7))) == 2


def test_that_the_news_of_a_failure_failed_is_not_told_by_mail(official, head, home_affairs):
    failed(official, kind="delivery-failed")

    assert plan.tell_failures(at(MONDAY)) == 0


def test_a_mail_without_any_try_is_told_too_by_the_name_of_its_recipient(official, head, home_affairs):
    envelopes.waiting(official, at(MONDAY), state="failed", reason="unwritable")
    Envelope.objects.update(address="")
    plan.tell_failures(at(MONDAY))

    assert set(Obligation.objects.values_list("subject_ref", flat=True)) == {official.full_name}


def test_a_mail_that_was_sent_again_is_no_failure_any_more(official, head, home_affairs):
    mail = failed(official)
    plan.tell_failures(at(MONDAY))
    Envelope.objects.filter(pk=mail.pk).update(state="queued", reason="")
    look_again(MONDAY)

    assert reasons("delivery-failed") == ["closed", "closed"]


def test_a_superseded_rule_does_not_tell_the_same_failure_twice(official, head, home_affairs, admin):
    failed(official)
    plan.tell_failures(at(MONDAY))
    rule = Obligation.objects.first().rule
    tomorrow = MONDAY + timedelta(days=1)
    rule.supersede(by=factories.actor(admin), today=MONDAY, valid_from=tomorrow, audiences=["home_affairs"])
    plan.tell_failures(at(tomorrow))

    assert Obligation.objects.count() == 2


@pytest.mark.parametrize("how_many", [1, 30])
def test_many_failures_are_told_with_as_many_statements_as_one(
    how_many, official, head, home_affairs, django_assert_num_queries
):
    for _ in range(how_many):
        failed(official)

    with django_assert_num_queries(4):
        assert plan.tell_failures(at(MONDAY)) == 2 * how_many


def test_a_refused_address_leads_to_a_mail_to_the_head_and_to_home_affairs(
    old_news, official, head, home_affairs, sink
):
    sink.refuse[official.email] = "550 5.1.1 no such user"
    tick(MONDAY)
    tick(MONDAY, time(8, 1))
    tick(MONDAY, time(8, 2))

    assert Envelope.objects.filter(recipient=official, state="failed").count() == 1
    assert sorted(mail["To"] for mail in sink.mails) == [home_affairs.email, head.email]
