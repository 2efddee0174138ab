"""How mails leave: prepared together, told one by one, each with one line in the book."""

from datetime import date, time, timedelta
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications import engine
from notifications.engine import bind, claim, deliver, plan, post, prepare
from notifications.models import DeliveryAttempt, Envelope, Hold, KnownDatabase
from tests import factories
from tests.notifications.days import MONDAY, at, tick
from tracker.models import Action, Actor, Event, Province, Weakness

LATER = time(8, 6)  # the lease of eight o'clock has run out


@pytest.fixture
def colleagues(old_news, head, home_affairs, sink):
    """Three more officials of the unit, each with an action due soon."""
    people = [
        factories.person(f"{name}@sample.test", name, "official", old_news.lead_unit)
        for name in ("dung", "giang", "hanh")
    ]
    for person in people:
        factories.tracked_action(old_news.weakness, person, home_affairs)
    return people


def bundles() -> list[str]:
    return list(Envelope.objects.filter(kind="bundle").order_by("pk").values_list("state", flat=True))


def test_a_sender_that_died_while_preparing_sent_nothing_and_nothing_is_counted(colleagues, sink):
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    prepare.letters(claim.take(at(MONDAY)), MONDAY)  # and dies
    tick(MONDAY, time(8, 4))
    assert sink.mails == []

    tick(MONDAY, LATER)
    assert len(sink.mails) == 4
    assert {mail.possible_duplicates for mail in Envelope.objects.all()} == {0}


def test_two_senders_never_take_the_same_mail(colleagues, sink):
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    first, second = claim.take(at(MONDAY), at_most=2), claim.take(at(MONDAY))

    assert {mail.pk for mail in first}.isdisjoint(mail.pk for mail in second)
    assert len(first) + len(second) == 4


def test_what_was_taken_and_not_begun_is_given_back_at_once_when_the_mail_server_is_away(
    colleagues, settings
):
    settings.EMAIL_PORT = 1
    tick(MONDAY)

    waiting = Envelope.objects.filter(kind="bundle", state="queued")
    assert waiting.count() == 4
    assert not waiting.exclude(lease_until=None).exists()


def test_each_mail_more_is_one_statement_more(colleagues, home_affairs, sink):
    def statements() -> int:
        bind.everything_due(at(MONDAY))
        with CaptureQueriesContext(connection) as asked:
            deliver.everything_queued(lambda: at(MONDAY))
        return len(asked)

    Province.current()  # known from now on
    tick(MONDAY, time(7))
    for_four = statements()
    unit, weakness = colleagues[0].memberships.get().unit, Weakness.objects.get()
    for number in range(10):
        person = factories.person(f"nguoi-{number}@sample.test", "Nam", "official", unit)
        factories.tracked_action(weakness, person, home_affairs)
    plan.plan_again(MONDAY, list(Action.objects.values_list("pk", flat=True)))
    for_ten_more = statements()

    assert len(sink.mails) == 14
    assert for_ten_more - for_four == 6


def test_a_person_without_an_address_is_shown_as_failed_and_the_others_get_their_mail(colleagues, sink):
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    Envelope.objects.filter(recipient=colleagues[0]).update(address="")
    tick(MONDAY)

    failed = Envelope.objects.get(recipient=colleagues[0], kind="bundle")
    assert (failed.state, failed.reason) == ("failed", "no_address")
    assert len(sink.mails) >= 3


def test_a_server_that_goes_silent_is_left_alone_for_this_turn(colleagues, sink, monkeypatch):
    monkeypatch.setattr(post, "DATA_SECONDS", 0.2)
    sink.silent = True
    outcomes = tick(MONDAY)

    assert outcomes["uncertain"] == 1
    assert sorted(bundles()) == ["queued"] * 4
    assert DeliveryAttempt.objects.filter(outcome="uncertain").count() == 1


def test_a_long_queue_calls_for_help_once_and_a_short_one_does_not(colleagues, sink, monkeypatch):
    calls = []
    monkeypatch.setattr(deliver, "AT_ONCE", 2)
    monkeypatch.setattr(deliver, "take", partial(claim.take, at_most=2))  # two full batches
    engine.tick(at(MONDAY), driver="test", call_for_help=lambda: calls.append("help"))
    engine.tick(at(MONDAY, LATER), driver="test", call_for_help=lambda: calls.append("help"))

    assert calls == ["help"]


def test_while_sending_is_held_everything_is_planned_and_nothing_leaves(colleagues, home_affairs, sink):
    hold = Hold.objects.begin(
        by=factories.actor(home_affairs), today=MONDAY, cause="by_hand", note="Kiểm tra"
    )
    tick(MONDAY)
    assert (sink.mails, bundles()) == ([], ["held"] * 4)

    hold.release(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY, LATER)
    assert len(sink.mails) == 4
    assert [event.verb for event in Event.objects.of(hold)] == ["held", "released"]


def test_a_restored_database_holds_its_mail_by_itself_until_a_person_releases_it(
    colleagues, home_affairs, sink
):
    KnownDatabase.objects.update(identity="another cluster")
    tick(MONDAY)
    tick(MONDAY, LATER)
    assert sink.mails == []
    assert Hold.objects.get().cause == "restored"

    Hold.objects.current().release(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY, time(8, 12))
    assert len(sink.mails) == 4
    assert Hold.objects.current() is None


def test_a_bundle_held_over_its_day_gives_its_contents_to_the_next_one(colleagues, home_affairs, sink):
    hold = Hold.objects.begin(by=Actor.system("test"), today=MONDAY, cause="by_hand", note="Kiểm tra")
    tick(MONDAY)
    hold.release(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY + timedelta(days=1))

    assert sorted(bundles()) == ["sent"] * 4 + ["suppressed"] * 4
    assert len(sink.mails) == 4


def test_news_nobody_could_deliver_for_a_month_is_put_away_with_the_reason(
    old_news, official, head, settings
):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    colleague = factories.person("nam@sample.test", "Nam", "official", old_news.lead_unit)
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    tick(MONDAY)
    tick(date(2022, 9, 22))

    told = Envelope.objects.get(kind="action-assigned", recipient=colleague)
    assert (told.state, told.reason) == ("suppressed", "expired")
    assert set(told.obligations.values_list("state", "reason")) == {("suppressed", "expired")}


def test_a_sender_takes_no_more_than_it_asked_for_however_the_database_joins(colleagues):
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    with connection.cursor() as cursor:
        for way in ("hashjoin", "mergejoin", "hashagg", "material", "sort", "indexscan", "bitmapscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")

    assert len(claim.take(at(MONDAY), at_most=2)) == 2
