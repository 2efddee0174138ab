"""Promises about what goes wrong: each case ends with a reason on the screen, and the others get their mail."""

from datetime import date, time

import pytest
from django.db import connection

from notifications.models import Envelope, Obligation, PlannerRun
from tests import factories
from tests.notifications import many
from tests.notifications.days import at, live, tick
from tests.reading import Reader

MONDAY = many.SEVEN_BEFORE


@pytest.fixture
def three(environment, weakness, home_affairs, review, sink):
    """Three colleagues, each of whom is owed a reminder on Monday; nothing else is owed."""
    review.submissions.update(state="exempt")
    people = many.officials(environment, 3)
    many.actions_of(people, weakness, home_affairs)
    tick(date(2022, 6, 25))
    sink.mails.clear()
    return people


def run(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def bundle_of(person) -> Envelope:
    return Envelope.objects.get(kind="bundle", recipient=person, business_date=MONDAY)


@pytest.mark.parametrize(
    "address",
    ["", "khong phai dia chi", "a@b@c", "hòa@sample.test", "hoa@sở.vn", "x@sample.test\r\nbcc: y@z.vn"],
)
def test_a_recipient_without_a_usable_address_fails_with_the_reason_and_the_others_go_on(
    three, address, sink
):
    type(three[0]).objects.filter(pk=three[0].pk).update(email=address)
    tick(MONDAY)

    failed = bundle_of(three[0])
    assert (failed.state, failed.reason, failed.attempts) == ("failed", "no_address", 0)
    assert [mail["To"] for mail in sink.mails] == [person.email for person in three[1:]]


def test_home_affairs_reads_in_the_log_and_by_mail_that_somebody_has_no_address(three, home_affairs, sink):
    type(three[0]).objects.filter(pk=three[0].pk).update(email="")
    tick(MONDAY)
    tick(MONDAY, time(8, 1))
    desk = Reader(home_affairs)
    desk.get("/tro-giup/?lang=en")

    assert "no usable address" in desk.get("/thong-bao/?state=failed").content.decode()
    assert [mail["To"] for mail in sink.mails][2:] == [home_affairs.email]


def test_an_address_that_was_put_right_gets_the_next_reminder(three, sink):
    type(three[0]).objects.filter(pk=three[0].pk).update(email="")
    tick(MONDAY)
    type(three[0]).objects.filter(pk=three[0].pk).update(email="dung@sample.test")
    live(date(2022, 8, 23), many.THREE_BEFORE)

    assert len(sink.to("dung@sample.test")) == 1


@pytest.fixture
def broken_template(settings, tmp_path):
    """An office has spoilt one of its templates."""

    def spoil(name: str) -> None:
        file = tmp_path / "notifications" / "emails" / name
        file.parent.mkdir(parents=True)
        file.write_text('{% include "no/such/template.txt" %}')
        [engine] = settings.TEMPLATES
        settings.TEMPLATES = [engine | {"DIRS": [tmp_path, *engine["DIRS"]]}]

    return spoil


def test_a_template_that_raises_fails_its_own_mails_with_the_reason_and_no_others(
    three, head, broken_template, sink
):
    broken_template("action_assigned/body.txt")
    three[0].owned_actions.get().assign(by=factories.actor(head, MONDAY), today=MONDAY, owner=three[1])
    tick(MONDAY)

    [failed] = Envelope.objects.filter(state="failed")
    assert (failed.kind, failed.recipient, failed.reason) == ("action-assigned", three[1], "unwritable")
    assert "no/such/template.txt" in failed.server_reply
    assert set(three[1:]) == {mail.recipient for mail in Envelope.objects.filter(kind="bundle", state="sent")}


def test_a_template_put_right_needs_only_a_click_to_send_again(
    three, head, home_affairs, broken_template, settings, sink
):
    healthy = settings.TEMPLATES
    broken_template("action_assigned/body.txt")
    three[0].owned_actions.get().assign(by=factories.actor(head, MONDAY), today=MONDAY, owner=three[1])
    tick(MONDAY)
    settings.TEMPLATES = healthy
    sink.mails.clear()
    failed = Envelope.objects.get(state="failed")
    failed.send_again(by=factories.actor(home_affairs), now=at(MONDAY, time(8, 4)))
    tick(MONDAY, time(8, 5))

    assert [mail["Message-ID"] for mail in sink.mails] == [failed.message_id]


def test_an_action_deleted_before_it_is_planned_is_owed_to_nobody(three, sink):
    run("DELETE FROM tracker_action WHERE owner_id = %s", three[0].pk)
    tick(MONDAY)

    assert [mail["To"] for mail in sink.mails] == [person.email for person in three[1:]]
    assert not Obligation.objects.filter(recipient=three[0], rule__anchor="action_due").exists()


def test_an_action_deleted_under_the_planner_is_cancelled_with_the_reason(three, sink):
    tick(MONDAY, time(7))
    run("DELETE FROM tracker_action WHERE owner_id = %s", three[0].pk)
    tick(MONDAY)

    owed = Obligation.objects.get(recipient=three[0], rule__anchor="action_due")
    assert (owed.state, owed.reason) == ("cancelled", "closed")
    assert [mail["To"] for mail in sink.mails] == [person.email for person in three[1:]]


def test_an_action_deleted_while_its_mail_waits_is_not_told_of(three, sink, settings):
    settings.EMAIL_PORT = 1
    tick(MONDAY)
    run("DELETE FROM tracker_action WHERE owner_id = %s", three[0].pk)
    settings.EMAIL_PORT = sink.port
    tick(MONDAY, time(9))

    assert (bundle_of(three[0]).state, bundle_of(three[0]).reason) == ("suppressed", "empty")
    assert [mail["To"] for mail in sink.mails] == [person.email for person in three[1:]]


NONSENSE = {
    "far beyond any calendar": "'{-32768, 32767}', NULL",
    "the furthest repetition": "'{0}', 32767",
    "the same twice": "'{-7, -7, -7}', NULL",
    "nothing in the place of a number": "'{NULL}', NULL",
}


@pytest.mark.parametrize("numbers", NONSENSE.values(), ids=NONSENSE)
def test_a_rule_with_nonsense_numbers_stops_no_other_rule(three, numbers, sink):
    run(f"""
        INSERT INTO notifications_reminderrule (code, valid_from, anchor, verbs, offsets, repeat_every, in_working_days,
                                                audiences, is_compulsory, leaves_at_once, tells_the_doer)
        SELECT 'nonsense', '2000-01-01', 'action_due', '{{}}', {numbers}, true, '{{home_affairs}}', true, false, false
    """)
    tick(MONDAY)
    tick(many.THREE_BEFORE)

    assert [len(sink.to(person.email)) for person in three] == [2, 2, 2]
    assert PlannerRun.objects.filter(business_date=MONDAY).exists()
