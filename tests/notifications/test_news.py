"""What people decide is told at once to those it concerns, in the words of the decision."""

from datetime import date, time

import pytest
from django.db import connection

from notifications.models import Envelope, EventFloor, HandledEvent, Obligation
from tests import factories
from tests.notifications.days import MONDAY, tick
from tracker.models import Event

SUNDAY = date(2022, 8, 21)


def test_a_report_sent_back_reaches_owner_and_head_at_once_even_on_a_sunday(
    reported, official, head, home_affairs, sink, review
):
    review.submissions.update(state="exempt")
    tick(date(2022, 6, 25))
    sink.mails.clear()
    reported.send_back(by=factories.actor(home_affairs), today=SUNDAY, reason="Thiếu quyết định ban hành.")
    tick(SUNDAY, time(21))

    assert sorted(mail["To"] for mail in sink.mails) == [head.email, official.email]
    assert all("Thiếu quyết định ban hành." in mail.get_body(("plain",)).get_content() for mail in sink.mails)


def test_a_verified_action_is_told_with_thanks(reported, official, home_affairs, sink):
    tick(date(2022, 6, 25))
    reported.verify(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY, time(7))

    assert sink.to(official.email)[-1]["Subject"] == f"Đã xác minh hoàn thành: {reported.ref}"


def test_a_granted_extension_names_the_new_deadline(old_news, official, head, home_affairs, sink):
    asked = old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=date(2022, 9, 30), reason="Chờ kinh phí"
    )
    asked.approve(by=factories.actor(home_affairs), today=MONDAY, remark="Đồng ý")
    tick(MONDAY, time(7))

    subject = f"Chấp thuận gia hạn {old_news.ref} đến 30/09"
    assert {(mail["To"], mail["Subject"]) for mail in sink.mails} == {
        (official.email, subject),
        (head.email, subject),
    }


def test_who_did_it_is_not_told_of_it(old_news, head, home_affairs, sink):
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=head)
    tick(MONDAY, time(7))

    assert sink.to(head.email) == []


def test_an_action_handed_to_and_fro_is_one_line_for_its_owner_in_the_end(old_news, official, head, sink):
    colleague = factories.person("nam@sample.test", "Đỗ Nam", "official", old_news.lead_unit)
    for owner in (colleague, official, colleague):
        old_news.assign(by=factories.actor(head), today=MONDAY, owner=owner)
    tick(MONDAY, time(7))

    assert [mail["Subject"] for mail in sink.to(colleague.email)] == [f"Giao việc {old_news.ref}, hạn 31/08"]


def test_thirty_actions_given_to_one_person_are_one_mail(
    weakness, official, head, home_affairs, old_news, sink
):
    colleague = factories.person("nam@sample.test", "Đỗ Nam", "official", weakness.unit)
    for _ in range(3):
        factories.tracked_action(weakness, official, home_affairs).assign(
            by=factories.actor(head), today=MONDAY, owner=colleague
        )
    tick(MONDAY, time(7))

    assert [mail["Subject"] for mail in sink.to(colleague.email)] == ["Giao 3 việc cho Ông/Bà"]


def test_the_issued_plan_tells_everybody_his_own_actions(
    old_news, official, head, foreign_official, home_affairs, review, sink
):
    factories.issued_plan(review, home_affairs)
    tick(factories.ISSUED, time(7))

    assert {mail["To"] for mail in sink.mails} == {official.email, head.email}
    assert "118/KH-UBND" in sink.mails[0]["Subject"]
    assert old_news.ref in sink.mails[0].get_body(("plain",)).get_content()


def test_an_opened_review_tells_officials_and_heads_until_when(
    review, official, head, foreign_official, sink
):
    tick(factories.CONFERENCE, time(7))

    assert {mail["To"] for mail in sink.mails} == {official.email, head.email, foreign_official.email}
    assert {mail["Subject"] for mail in sink.mails} == {
        "Nộp báo cáo kiểm điểm CCHC năm 2022 chậm nhất ngày 22/06"
    }


def test_imports_are_not_news(weakness, official, home_affairs, sink):
    action = factories.action(weakness, official)
    Event.record(action, "assigned", by=factories.actor(home_affairs, channel="import"), today=MONDAY)
    tick(MONDAY, time(7))

    assert not Obligation.objects.filter(rule__code="action-assigned").exists()


def test_news_is_told_once_however_often_the_engine_turns(old_news, head, home_affairs, official, sink):
    colleague = factories.person("nam@sample.test", "Đỗ Nam", "official", old_news.lead_unit)
    old_news.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    for minute in range(3):
        tick(MONDAY, time(7, minute))

    assert len(sink.to(colleague.email)) == 1
    assert Envelope.objects.filter(kind="action-assigned").count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_event_that_commits_late_is_heard_although_later_ones_were_handled(environment, home_affairs):
    late = connection.copy()
    number = _event_in(late, home_affairs, environment, "unit")
    later = _event_in(connection, home_affairs, environment, "person")
    tick(MONDAY)
    assert HandledEvent.objects.filter(event=later).exists()

    late.commit()
    late.close()
    tick(MONDAY)
    assert number < later
    assert HandledEvent.objects.filter(event=number).exists() or EventFloor.objects.get().event_id >= number


def _event_in(link, person, unit, subject: str) -> int:
    """An event written over this connection; open until it commits."""
    if link is not connection:
        link.connect()
        link.set_autocommit(False)
    with link.cursor() as cursor:
        cursor.execute(
            """INSERT INTO tracker_event (subject, subject_id, number, verb, happened_on, recorded_at, actor_name, role,
                   channel, request_id, reason, before, after, previous_hash, hash)
               VALUES (%s, 1, 1, 'recorded', %s, clock_timestamp(), '', '', 'page', '', '', '{}', '{}', '', '')
               RETURNING id""",
            [subject, MONDAY],
        )
        return cursor.fetchone()[0]
