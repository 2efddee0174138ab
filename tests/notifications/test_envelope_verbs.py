"""A failed mail is sent again, an unwanted one discarded: by those who see to the mails, and never twice."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest

from notifications.models import DeliveryAttempt, Envelope, Obligation
from tests import factories
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, WEDNESDAY, at, tick
from tracker.errors import Invalid, Refused
from tracker.models import Actor, Event


@pytest.fixture
def failed(old_news, official, sink) -> Envelope:
    """Monday's bundle, refused by the mail server."""
    sink.refuse[official.email] = "550 5.1.1 no such mailbox"
    tick(MONDAY)
    sink.refuse.clear()
    return Envelope.objects.get(kind="bundle", state="failed")


def test_a_failed_mail_goes_out_again_under_the_same_identity_to_the_present_address(
    failed, official, home_affairs, sink
):
    official.email = "khoi.moi@sample.test"
    official.save()
    failed.send_again(by=factories.actor(home_affairs), now=at(WEDNESDAY))
    tick(WEDNESDAY)

    failed.refresh_from_db()
    assert (failed.state, failed.address, failed.reason) == ("sent", "khoi.moi@sample.test", "")
    assert [mail["Message-ID"] for mail in sink.to("khoi.moi@sample.test")] == [failed.message_id]
    assert Obligation.objects.filter(envelope=failed, state="done").exists()


def test_a_mail_sent_again_is_due_at_once_and_has_two_days_left(failed, home_affairs):
    late = date(2022, 10, 3)
    failed.send_again(by=factories.actor(home_affairs), now=at(late))

    stored = Envelope.objects.get(pk=failed.pk)
    assert (stored.state, stored.next_attempt_at, stored.not_before) == ("queued", at(late), at(late))
    assert (stored.setbacks, stored.lease_token) == (0, None)
    assert stored.not_after == at(late) + timedelta(days=2)


def test_the_history_says_who_sent_it_again_and_where_to(failed, home_affairs):
    failed.send_again(by=factories.actor(home_affairs), now=at(WEDNESDAY))

    event = Event.objects.of(failed).get()
    assert (event.verb, event.actor, event.happened_on) == ("resent", home_affairs, WEDNESDAY)
    assert (event.before["state"], event.after["state"]) == ("failed", "queued")


@pytest.mark.parametrize("state", ["queued", "held", "sent", "suppressed", "sending"])
def test_only_what_failed_is_sent_again(state, official, home_affairs):
    mail = in_state(state, official)
    with pytest.raises(Refused):
        mail.send_again(by=factories.actor(home_affairs), now=at(MONDAY))

    assert Envelope.objects.get(pk=mail.pk).state == state
    assert not Event.objects.of(mail).exists()


def test_of_two_who_send_it_again_the_second_is_told_that_it_waits(failed, home_affairs, second_home_affairs):
    twin = Envelope.objects.get(pk=failed.pk)
    failed.send_again(by=factories.actor(home_affairs), now=at(WEDNESDAY))

    with pytest.raises(Refused):
        twin.send_again(by=factories.actor(second_home_affairs), now=at(WEDNESDAY))


def test_a_mail_to_a_disabled_account_is_not_sent_again(failed, official, home_affairs):
    official.is_active = False
    official.save()
    failed.recipient.refresh_from_db()

    with pytest.raises(Refused):
        failed.send_again(by=factories.actor(home_affairs), now=at(WEDNESDAY))


@pytest.mark.parametrize("state", ["queued", "held", "failed"])
def test_a_discarded_mail_never_leaves_and_what_it_told_is_not_told(state, official, home_affairs, sink):
    mail = in_state(state, official)
    reminder = envelopes.owed(mail)
    mail.discard(by=factories.actor(home_affairs), today=MONDAY, reason="Gửi nhầm")
    tick(MONDAY)

    reminder.refresh_from_db()
    assert (reminder.state, reminder.reason) == ("suppressed", "discarded")
    assert list(Envelope.objects.filter(pk=mail.pk).values_list("state", "reason", "lease_token")) == [
        ("suppressed", "discarded", None)
    ]
    assert not DeliveryAttempt.objects.filter(envelope=mail).exists()
    assert [(event.verb, event.reason) for event in Event.objects.of(mail)] == [("discarded", "Gửi nhầm")]


@pytest.mark.parametrize("state", ["sent", "sending", "suppressed"])
def test_what_was_sent_or_is_being_sent_cannot_be_discarded(state, official, home_affairs):
    mail = in_state(state, official)
    with pytest.raises(Refused):
        mail.discard(by=factories.actor(home_affairs), today=MONDAY, reason="Gửi nhầm")

    assert Envelope.objects.get(pk=mail.pk).state == state


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_mail_is_not_discarded_without_a_reason(reason, official, home_affairs):
    mail = envelopes.waiting(official, at(MONDAY))
    with pytest.raises(Invalid):
        mail.discard(by=factories.actor(home_affairs), today=MONDAY, reason=reason)


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector", "home_affairs", "admin"])
def test_only_home_affairs_and_administrators_see_to_the_mails(who, official, request):
    mail, by = envelopes.failed(official, at(MONDAY)), factories.actor(request.getfixturevalue(who))
    may = who in {"home_affairs", "admin"}

    with nullcontext() if may else pytest.raises(Refused):
        mail.send_again(by=by, now=at(MONDAY))


def test_a_stranger_is_nobody_who_may(official):
    with pytest.raises(Refused):
        envelopes.failed(official, at(MONDAY)).send_again(by=Actor(None, ""), now=at(MONDAY))


def test_many_failed_mails_are_sent_again_at_once_each_with_its_line_of_history(official, head, home_affairs):
    for person in (official, official, head):
        envelopes.failed(person, at(MONDAY))
    envelopes.sent(head, at(MONDAY))
    count = Envelope.objects.all().send_again(by=factories.actor(home_affairs), now=at(WEDNESDAY))

    assert count == 3 == Envelope.objects.filter(state="queued").count()
    assert Event.objects.filter(verb="resent").count() == 3


def test_test_mails_and_disabled_accounts_are_left_out_of_many(official, head, home_affairs):
    envelopes.failed(home_affairs, at(MONDAY), kind="test")
    envelopes.failed(head, at(MONDAY))
    head.is_active = False
    head.save()

    assert Envelope.objects.all().send_again(by=factories.actor(home_affairs), now=at(WEDNESDAY)) == 0


def in_state(state: str, person) -> Envelope:
    """A mail of Monday in this state."""
    make = {"sent": envelopes.sent, "failed": envelopes.failed}.get(state, envelopes.waiting)
    more = {
        "held": {"state": "held"},
        "suppressed": {"state": "suppressed", "reason": "empty"},
        "sending": {
            "state": "sending",
            "lease_token": "12345678-1234-5678-1234-567812345678",
            "lease_until": at(WEDNESDAY),
        },
    }
    return make(person, at(MONDAY), **more.get(state, {}))
