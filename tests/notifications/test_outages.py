"""When something is down for days: nothing owed is lost, and nothing old is sent."""

from datetime import date, time, timedelta

from notifications.engine import bind, book, finish, prepare
from notifications.engine.claim import take
from notifications.models import DeliveryAttempt, Envelope, Obligation, PlannerRun
from tests import factories
from tests.notifications.days import MONDAY, at, live, tick

BACK = date(2022, 9, 6)  # a Tuesday; due on 31/08, two days off for the national day, so overdue +2


def begun(day: date) -> Envelope:
    """The mail a sender has just begun to send."""
    [(envelope, _letter)] = prepare.letters(take(at(day)), day)
    assert book.turn(None, envelope, at(day)) == (None, True)
    return envelope


def states(code: str) -> list[tuple[str, str]]:
    found = Obligation.objects.filter(rule__code__startswith=code).order_by("occurrence")
    return list(found.values_list("state", "reason"))


def test_after_ten_days_without_the_engine_exactly_one_current_mail_is_sent(old_news, official, sink):
    tick(date(2022, 8, 19))
    tick(BACK)

    assert [mail["Subject"].split(":")[0] for mail in sink.to(official.email)] == ["Quá hạn 6 ngày"]
    assert states("action-due") == [("suppressed", "superseded")] * 4


def test_every_business_date_of_the_gap_gets_its_planner_run_once(old_news, sink):
    tick(date(2022, 8, 31))
    tick(BACK)
    tick(BACK)

    runs = PlannerRun.objects.filter(business_date__gte=date(2022, 8, 31)).order_by("business_date")
    assert [f"{run.business_date:%d/%m}" for run in runs] == ["31/08", "05/09", "06/09"]


def test_after_ten_days_without_a_mail_server_exactly_one_current_mail_is_sent(
    old_news, official, sink, settings
):
    settings.EMAIL_PORT = 1
    live(date(2022, 8, 19), BACK - timedelta(days=1))
    settings.EMAIL_PORT = sink.port
    tick(BACK)

    assert len(sink.to(official.email)) == 1
    assert {envelope.reason for envelope in Envelope.objects.filter(state="suppressed")} == {"superseded"}
    assert not Envelope.objects.filter(state__in=("queued", "sending")).exists()


def test_an_unreachable_mail_server_uses_no_attempt_up_and_is_asked_once_a_turn(
    old_news, head, official, settings
):
    factories.tracked_action(
        old_news.weakness,
        head,
        factories.person("ly@sample.test", "Lý", "home_affairs", head.memberships.get().unit),
    )
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    outcomes = tick(MONDAY)

    waiting = Envelope.objects.filter(kind="bundle")
    assert outcomes["unreachable"] == 1
    assert [envelope.setbacks for envelope in waiting] == [0, 0]
    assert {envelope.state for envelope in waiting} == {"queued"}


def test_a_mail_delayed_by_the_server_is_tried_again_and_arrives_once(old_news, official, sink):
    sink.refuse[official.email] = "451 4.7.1 try again later"
    tick(MONDAY)
    assert sink.mails == []

    sink.refuse.clear()
    tick(MONDAY, time(8, 2))
    tick(MONDAY, time(8, 3))
    assert len(sink.mails) == 1
    assert [row.outcome for row in DeliveryAttempt.objects.filter(at__gte=at(MONDAY))] == ["delayed", "sent"]


def test_a_refused_address_fails_with_the_reason_and_the_others_get_their_mail(
    old_news, official, head, home_affairs, sink
):
    factories.tracked_action(old_news.weakness, head, home_affairs)
    sink.refuse[official.email] = "550 5.1.1 no such mailbox"
    tick(MONDAY)
    assert [mail["To"] for mail in sink.mails] == [head.email]

    tick(MONDAY, time(12))
    failed = Envelope.objects.get(state="failed")
    assert (failed.recipient, failed.reason) == (official, "refused")
    assert failed.server_reply == "550 5.1.1 no such mailbox"


def test_a_server_that_refuses_and_hangs_up_keeps_nobody_else_waiting(
    old_news, official, head, home_affairs, sink
):
    factories.tracked_action(old_news.weakness, head, home_affairs)
    sink.refuse[official.email], sink.hang_up_after_refusal = "550 5.1.1 no such mailbox", True
    tick(MONDAY)

    assert Envelope.objects.get(state="failed").recipient == official
    assert [mail["To"] for mail in sink.mails] == [head.email]


def test_a_line_dropped_after_the_text_is_tried_again_under_the_same_identity_and_counted(
    old_news, official, sink
):
    sink.drop_after_data = {official.email}
    tick(MONDAY)
    tick(MONDAY, time(8, 2))

    assert len({mail["Message-ID"] for mail in sink.mails}) == 1
    assert Envelope.objects.get(kind="bundle").possible_duplicates == 1
    assert Envelope.objects.get(kind="bundle").state == "sent"


def test_a_mail_whose_sender_died_is_taken_up_again_when_its_lease_has_run_out(old_news, sink):
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    begun(MONDAY)  # and dies
    tick(MONDAY, time(8, 4))
    assert sink.mails == []

    tick(MONDAY, time(8, 6))
    assert len(sink.mails) == 1
    assert Envelope.objects.get(kind="bundle").possible_duplicates == 1


def test_a_sender_that_was_overtaken_changes_nothing(old_news, sink):
    tick(MONDAY, time(7))
    bind.everything_due(at(MONDAY))
    frozen = begun(MONDAY)
    tick(MONDAY, time(8, 6))

    late = finish.sent(frozen, "250 late", at(MONDAY, time(8, 7)))
    assert book.close(late) == "overtaken"
    assert Envelope.objects.get(pk=frozen.pk).server_reply.startswith("250 2.0.0")


def test_a_mail_whose_line_is_dropped_every_time_ends_on_the_screen_with_every_copy_counted(
    old_news, official, sink, settings
):
    settings.REMINDERS_SETBACKS_ALLOWED = 3
    for clock in (time(8), time(9), time(10), time(11)):
        sink.drop_after_data = {official.email}
        tick(MONDAY, clock)

    mail = Envelope.objects.get(kind="bundle", recipient=official)
    assert (mail.state, mail.reason) == ("failed", "worn_out")
    assert mail.possible_duplicates == len(sink.to(official.email)) == 3
