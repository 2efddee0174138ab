"""Receipts, hand-overs, questions to Home Affairs, chasing letters: who is owed which news, and for how long."""

from datetime import date, time

import pytest

from notifications.models import Chase, Envelope, Obligation, ReminderRule
from plans.models import Submission
from tests import factories
from tests.notifications.days import MONDAY, tick
from tests.notifications.owing import look_again, owed, reasons, write_down
from tracker.models import Event

NEXT_DATE = date(2022, 9, 30)


@pytest.fixture
def colleague(environment):
    return factories.person("nam@sample.test", "Đỗ Nam", "official", environment)


@pytest.fixture
def asked(old_news, official):
    """Khởi has asked for more time; Home Affairs has not answered."""
    return old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=NEXT_DATE, reason="Chờ kinh phí"
    )


def test_a_submission_handed_in_is_receipted_to_the_head_who_did_it_and_told_to_home_affairs(
    action, official, head, home_affairs, foreign_official
):
    submission = Submission.objects.get(unit=action.lead_unit)
    factories.submitted(submission, official, head)
    write_down(factories.DEADLINE)

    assert owed("submission-submitted") == {official.email, head.email, home_affairs.email}


def test_only_receipts_and_links_of_accounts_are_told_to_whoever_did_it(db):
    told = ReminderRule.objects.filter(tells_the_doer=True).order_by("code")
    assert [rule.code for rule in told] == ["account-invited", "account-password", "submission-submitted"]


def test_who_owned_an_action_before_hears_that_it_was_handed_over(old_news, official, head, colleague):
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    write_down(MONDAY)

    assert owed("action-handed-over") == {official.email}
    assert owed("action-assigned") == {colleague.email}


def test_who_hands_his_own_action_over_knows_it(old_news, head, colleague, official):
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=head)
    write_down(MONDAY)
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    write_down(MONDAY)

    assert owed("action-handed-over") == {official.email}


def test_an_action_nobody_owned_is_handed_over_by_nobody(old_news, head, colleague):
    type(old_news).objects.filter(pk=old_news.pk).update(owner=None)
    old_news.refresh_from_db()
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    write_down(MONDAY)

    assert owed("action-handed-over") == set()


def test_an_action_given_back_before_the_mail_leaves_was_not_handed_over(old_news, official, head, colleague):
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    write_down(MONDAY)
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=official)
    look_again(MONDAY)

    assert reasons("action-handed-over") == ["reassigned"]


def test_a_request_for_more_time_waits_in_the_bundle_of_home_affairs(asked, home_affairs):
    write_down(MONDAY)

    rule = ReminderRule.objects.get(code="extension-asked")
    assert owed("extension-asked") == {home_affairs.email}
    assert (rule.leaves_at_once, rule.is_compulsory) == (False, False)


def test_a_request_that_was_answered_or_withdrawn_is_no_news(asked, official, home_affairs):
    write_down(MONDAY)
    asked.withdraw(by=factories.actor(official), today=MONDAY)
    look_again(MONDAY)

    assert reasons("extension-asked") == ["closed"]


def test_a_request_answered_before_anybody_listened_is_never_owed(asked, home_affairs):
    asked.approve(by=factories.actor(home_affairs), today=MONDAY)
    write_down(MONDAY)

    assert reasons("extension-asked") == []


def test_a_reported_action_waits_in_the_bundle_of_home_affairs_until_it_is_decided(reported, home_affairs):
    write_down(MONDAY)
    assert owed("action-reported") == {home_affairs.email}

    reported.verify(by=factories.actor(home_affairs), today=MONDAY)
    look_again(MONDAY)
    assert reasons("action-reported") == ["closed"]


def test_of_two_reports_of_one_action_only_the_later_one_is_told(reported, official, home_affairs):
    write_down(MONDAY)
    reported.send_back(by=factories.actor(home_affairs), today=MONDAY, reason="Thiếu quyết định")
    reported.report(by=factories.actor(official), today=MONDAY)
    write_down(MONDAY)
    look_again(MONDAY)

    assert reasons("action-reported") == ["closed", ""]


def test_a_chased_unit_is_told_to_its_officials_and_heads_only(
    old_news, official, head, foreign_official, home_affairs
):
    by = factories.actor(home_affairs)
    chase = Chase.objects.create(
        unit=old_news.lead_unit, words="Đề nghị khẩn trương", chased_on=MONDAY, chased_by=home_affairs
    )
    Event.record(chase, "chased", by=by, today=MONDAY, reason="Đề nghị khẩn trương")
    write_down(MONDAY)

    assert owed("unit-chased") == {official.email, head.email}
    assert {row.subject_ref for row in Obligation.objects.filter(rule__code="unit-chased")} == {"STNMT"}


def test_the_former_owner_gets_his_mail_at_once_and_the_head_who_did_it_none(
    old_news, official, head, colleague, sink
):
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    tick(MONDAY, time(7))

    assert sorted(mail["To"] for mail in sink.mails) == [official.email, colleague.email]
    assert Envelope.objects.get(recipient=official, state="sent").kind == "action-handed-over"


def test_what_is_asked_and_reported_comes_to_home_affairs_in_one_bundle(
    asked, weakness, official, home_affairs, sink
):
    other = factories.tracked_action(weakness, official, home_affairs)
    by = {"by": factories.actor(official), "today": MONDAY}
    other.add_link(**by, url="https://portal.example.test", title="Trang")
    other.report(**by)
    tick(MONDAY, time(7))
    assert sink.to(home_affairs.email) == []

    tick(MONDAY)
    text = sink.to(home_affairs.email)[0].get_body(("plain",)).get_content()
    assert len(sink.to(home_affairs.email)) == 1
    assert asked.action.ref in text and other.ref in text


def test_what_was_decided_before_the_bundle_leaves_is_not_in_it(asked, official, home_affairs, sink):
    tick(MONDAY, time(7))
    asked.approve(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY)

    assert sink.to(home_affairs.email) == []
