"""Promises about senders that stand still and wake up later: another one sends, and who comes late changes nothing."""

from datetime import date, datetime, time, timedelta

import pytest

from notifications.engine import bind, book, claim, finish, prepare
from notifications.engine.post import NotAccepted
from notifications.models import DeliveryAttempt, Envelope, Obligation
from notifications.watching import health
from notifications.watching.signs import Signs
from tests.notifications import many
from tests.notifications.days import at, tick

MONDAY = many.SEVEN_BEFORE
AFTER_THE_LEASE = time(8, 6)


@pytest.fixture
def queued(environment, weakness, home_affairs, review, sink):
    """Three bundles wait on Monday at eight."""
    review.submissions.update(state="exempt")
    many.actions_of(many.officials(environment, 3), weakness, home_affairs)
    tick(date(2022, 6, 25))
    sink.mails.clear()
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    return Envelope.objects.filter(kind="bundle")


def taken() -> list[Envelope]:
    """What a sender has taken and prepared, at eight."""
    return [envelope for envelope, _letter in prepare.letters(claim.take(at(MONDAY)), MONDAY)]


def ledger() -> list:
    """Every word of the ledger but the attempts."""
    return [*Envelope.objects.order_by("pk").values(), *Obligation.objects.order_by("pk").values()]


def test_nobody_else_sends_what_a_sender_holds_before_its_lease_has_run_out(queued, sink):
    taken()
    tick(MONDAY, time(8, 4))

    assert sink.mails == []
    assert set(queued.values_list("state", flat=True)) == {"queued"}


def test_what_a_frozen_sender_was_preparing_another_sends_once_and_nothing_counts_as_doubled(queued, sink):
    frozen = taken()
    tick(MONDAY, AFTER_THE_LEASE)
    after = ledger()

    assert [book.turn(None, envelope, at(MONDAY, time(8, 7))) for envelope in frozen] == [(None, False)] * 3
    claim.give_back(frozen[0].lease_token)
    assert ledger() == after
    assert len({mail["Message-ID"] for mail in sink.mails}) == len(sink.mails) == 3
    assert set(queued.values_list("state", "possible_duplicates")) == {("sent", 0)}


def test_what_a_frozen_sender_was_sending_another_sends_again_under_the_same_identity_and_it_is_counted(
    queued, sink
):
    frozen = taken()[0]
    book.turn(None, frozen, at(MONDAY))
    tick(MONDAY, AFTER_THE_LEASE)

    doubled = queued.exclude(possible_duplicates=0).get()
    assert (doubled.pk, doubled.state, doubled.possible_duplicates) == (frozen.pk, "sent", 1)
    assert [mail["Message-ID"] for mail in sink.mails].count(frozen.message_id) == 1
    assert len(sink.mails) == 3


REFUSED = NotAccepted(DeliveryAttempt.Outcome.FAILED, "550 5.1.1 no such mailbox")
DELAYED = NotAccepted(DeliveryAttempt.Outcome.DELAYED, "451 4.7.1 try again later")
BROKEN = NotAccepted(DeliveryAttempt.Outcome.UNCERTAIN, "line dropped")
LATE = at(MONDAY, time(8, 7))
WAKING = {
    "it was accepted": lambda mail: finish.sent(mail, "250 late", LATE),
    "it was refused": lambda mail: finish.not_accepted(mail, REFUSED, LATE),
    "it was delayed": lambda mail: finish.not_accepted(mail, DELAYED, LATE),
    "the line broke": lambda mail: finish.not_accepted(mail, BROKEN, LATE),
    "its text broke": lambda mail: finish.failed(mail, "unwritable", "ValueError()", LATE),
}


@pytest.mark.parametrize("result", WAKING.values(), ids=WAKING)
def test_a_sender_that_finishes_late_changes_no_row_and_is_counted_as_overtaken(queued, sink, result):
    frozen = taken()[0]
    book.turn(None, frozen, at(MONDAY))
    tick(MONDAY, AFTER_THE_LEASE)
    after = ledger()

    assert book.close(result(frozen)) == "overtaken"
    assert ledger() == after
    assert [row.outcome for row in frozen.tries.all()] == ["sent", "overtaken"]


def test_a_sender_that_wakes_up_between_two_mails_does_not_begin_the_next(queued, sink):
    first, second, _third = taken()
    book.turn(None, first, at(MONDAY))
    tick(MONDAY, AFTER_THE_LEASE)
    after = ledger()

    assert book.turn(finish.sent(first, "250 late", LATE), second, LATE) == ("overtaken", False)
    assert ledger() == after


def test_when_every_sender_stands_still_the_alarm_is_raised_within_a_quarter_of_an_hour(queued):
    taken()
    since = Envelope.objects.order_by("not_before").values_list("not_before", flat=True).first()

    assert said(since + timedelta(minutes=14)) == "ok"
    assert said(since + timedelta(minutes=15, seconds=1)) == "late"


def said(now: datetime) -> str:
    return health.reminders(Signs.at(now)).state
