"""From what is due to what arrives in the mailbox."""

from datetime import date, time

from notifications.models import DeliveryAttempt, Envelope, Obligation
from tests import factories
from tests.notifications.days import MONDAY, at, live, tick
from tracker.models import WorkingDayException

DUE = factories.DUE  # a Wednesday
SATURDAY = date(2022, 8, 20)


def test_seven_working_days_before_the_deadline_the_owner_is_reminded_once(old_news, official, sink):
    tick(MONDAY)
    tick(MONDAY, time(8, 1))

    assert [mail["To"] for mail in sink.mails] == [official.email]
    assert old_news.ref in sink.mails[0].get_body(("plain",)).get_content()


def test_each_offset_of_the_table_is_one_mail_to_the_people_it_names(
    old_news, official, head, home_affairs, sink
):
    live(date(2022, 8, 19), date(2022, 9, 30))

    days = [mail["Date"].datetime.strftime("%d/%m") for mail in sink.to(official.email)]
    assert days == ["22/08", "26/08", "30/08", "31/08", "05/09", "13/09", "23/09"]
    assert len(sink.to(head.email)) == 3
    assert len(sink.to(home_affairs.email)) == 2


def test_leadership_hears_of_long_overdue_work_on_the_first_working_day_of_a_week(old_news, leader, sink):
    live(date(2022, 9, 20), date(2022, 9, 30))

    assert [mail["Date"].datetime.date() for mail in sink.to(leader.email)] == [date(2022, 9, 26)]


def test_many_due_actions_of_one_person_come_in_one_bundle_a_day(
    weakness, old_news, official, home_affairs, sink
):
    for _ in range(4):
        factories.tracked_action(weakness, official, home_affairs)
    tick(MONDAY)

    assert len(sink.to(official.email)) == 1
    assert "5" in sink.mails[0]["Subject"]


def test_nothing_leaves_before_half_past_seven(old_news, sink):
    tick(MONDAY, time(7, 29))
    assert sink.mails == []

    tick(MONDAY, time(7, 30))
    assert len(sink.mails) == 1


def test_what_friday_missed_does_not_leave_on_the_weekend_but_on_monday(
    weakness, old_news, official, home_affairs, sink
):
    factories.tracked_action(weakness, official, home_affairs, due_on=date(2022, 8, 30))
    live(SATURDAY, MONDAY)

    assert [mail["Date"].datetime.date() for mail in sink.mails] == [MONDAY]


def test_a_working_saturday_counts_and_mail_leaves_on_it(weakness, old_news, official, home_affairs, sink):
    WorkingDayException.objects.create(day=SATURDAY, is_working=True, reason="Làm bù")
    factories.tracked_action(weakness, official, home_affairs, due_on=date(2022, 8, 30))
    live(date(2022, 8, 18), date(2022, 8, 21))

    assert [mail["Date"].datetime.date() for mail in sink.mails] == [SATURDAY]


def test_a_stand_in_from_the_unit_is_reminded_while_the_owner_is_away(old_news, official, head, sink):
    official.absences.create(stand_in=head, starts_on=MONDAY, ends_on=MONDAY)
    tick(MONDAY)

    assert [mail["To"] for mail in sink.mails] == [head.email]


def test_an_action_without_owner_is_told_to_the_officials_of_its_unit(old_news, official, sink):
    type(old_news).objects.filter(pk=old_news.pk).update(owner=None)
    tick(MONDAY)

    assert [mail["To"] for mail in sink.mails] == [official.email]


def test_a_proposed_action_reminds_nobody(proposed, review, sink):
    review.submissions.update(state="exempt")
    tick(MONDAY)

    assert not Obligation.objects.filter(rule__anchor="action_due").exists()


def test_what_was_sent_is_kept_word_for_word_with_the_answer_of_the_server(old_news, sink):
    tick(MONDAY)

    envelope = Envelope.objects.get(kind="bundle")
    sent = sink.mails[0]
    assert (envelope.state, envelope.server_reply[:3]) == ("sent", "250")
    assert envelope.sent_at == at(MONDAY)
    assert envelope.text.split() == sent.get_body(("plain",)).get_content().split()
    assert (envelope.message_id, envelope.subject_line) == (sent["Message-ID"], sent["Subject"])
    assert [row.outcome for row in DeliveryAttempt.objects.filter(envelope=envelope)] == ["sent"]


def test_an_extended_deadline_is_reminded_again_and_the_old_reminders_end(
    old_news, official, home_affairs, sink
):
    tick(MONDAY, time(7))
    asked = old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=date(2022, 9, 30), reason="Chờ kinh phí"
    )
    asked.approve(by=factories.actor(home_affairs), today=MONDAY)
    live(MONDAY, date(2022, 9, 21))

    planned = Obligation.objects.filter(rule__code="action-due").order_by("pk")
    assert [(owed.due_on, owed.state, owed.reason) for owed in planned] == [
        (DUE, "cancelled", "rescheduled"),
        (date(2022, 9, 30), "done", ""),
    ]
