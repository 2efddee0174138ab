"""The dates of a mail as a calendar file: taken in by any calendar, and kept right when a date moves."""

import email
import email.policy
from datetime import date, time

import pytest
from icalendar import Calendar

from notifications.models import Envelope
from tests import factories
from tests.notifications.days import tick
from tracker.models import Action

MONDAY, TUESDAY, LATER = date(2022, 8, 22), date(2022, 8, 23), date(2022, 9, 15)


@pytest.fixture
def colleague(environment):
    return factories.person("nam@sample.test", "Đỗ Nam", "official", environment)


def files(mail) -> list[Calendar]:
    return [
        Calendar.from_ical(part.get_content())
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]


def entries(mail) -> list[dict]:
    (calendar,) = files(mail)
    return list(calendar.walk("VEVENT"))


def last(sink, word: str):
    return [mail for mail in sink.mails if word in mail["Subject"]][-1]


def assign(action: Action, by, owner, day: date) -> Action:
    action.refresh_from_db()
    action.assign(by=factories.actor(by), today=day, owner=owner)
    return action


def test_an_assigned_action_comes_with_its_deadline_as_a_whole_day(old_news, head, colleague, sink):
    assign(old_news, head, colleague, MONDAY)
    tick(MONDAY, time(7))

    mail = sink.to(colleague.email)[0]
    (entry,) = entries(mail)
    assert entry.decoded("dtstart") == factories.DUE
    assert entry["uid"] == f"action-{old_news.ref}@localhost"
    assert entry["status"] == "CONFIRMED" and old_news.ref in entry["summary"]
    assert entry["url"] == f"http://localhost:8000/h/{old_news.ref}"
    assert files(mail)[0]["method"] == "PUBLISH"


def test_words_and_file_stand_side_by_side_as_mail_programs_expect(old_news, head, colleague, sink):
    assign(old_news, head, colleague, MONDAY)
    tick(MONDAY, time(7))

    whole = sink.to(colleague.email)[0]
    words, file = whole.iter_parts()
    assert whole.get_content_type() == "multipart/mixed"
    assert [part.get_content_type() for part in words.iter_parts()] == ["text/plain", "text/html"]
    assert (file.get_content_type(), file.get_filename()) == ("text/calendar", "viec.ics")
    assert file["Content-Type"].params["method"] == "PUBLISH"
    assert file["Content-Disposition"].content_disposition == "attachment"


def test_a_moved_deadline_keeps_its_identity_and_grows_its_number(
    old_news, official, head, home_affairs, colleague, sink
):
    assign(old_news, head, colleague, MONDAY)
    tick(MONDAY, time(7))
    (before,) = entries(sink.to(colleague.email)[0])
    asked = old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=LATER, reason="Chờ kinh phí"
    )
    asked.approve(by=factories.actor(home_affairs), today=TUESDAY)
    tick(TUESDAY, time(7))
    (after,) = entries(sink.to(colleague.email)[-1])

    assert after["uid"] == before["uid"] and after["sequence"] > before["sequence"]
    assert after.decoded("dtstart") == LATER


def test_a_refused_extension_moves_no_date(old_news, official, home_affairs, sink):
    asked = old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=LATER, reason="Chờ kinh phí"
    )
    asked.refuse(by=factories.actor(home_affairs), today=TUESDAY, reason="Đủ thời gian")
    tick(TUESDAY, time(7))

    assert files(sink.to(official.email)[-1]) == []


def test_who_hands_over_an_action_loses_its_date(old_news, official, head, colleague, sink):
    assign(old_news, head, colleague, MONDAY)
    tick(MONDAY, time(7))

    assert entries(sink.to(official.email)[0])[0]["status"] == "CANCELLED"


def test_a_verified_action_leaves_the_calendar(reported, official, home_affairs, sink):
    tick(MONDAY, time(6))
    reported.verify(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY, time(7))

    assert entries(sink.to(official.email)[-1])[0]["status"] == "CANCELLED"


def test_an_opened_review_comes_with_the_date_of_the_readers_unit(review, official, foreign_official, sink):
    tick(factories.CONFERENCE)

    (entry,) = entries(sink.to(official.email)[0])
    assert entry["uid"] == "submission-2021-STNMT@localhost"
    assert entry.decoded("dtstart") == factories.DEADLINE


def test_an_issued_plan_comes_with_all_dates_of_the_reader(old_news, official, home_affairs, sink):
    other = factories.tracked_action(old_news.weakness, official, home_affairs, due_on=LATER)
    submission = old_news.weakness.review.submissions.get(unit=old_news.lead_unit)
    type(submission).objects.filter(pk=submission.pk).update(state="not_started")
    submission.refresh_from_db()
    head = factories.person("pho@sample.test", "Phó", "unit_head", old_news.lead_unit)
    factories.submitted(submission, official, head)
    submission.accept(by=factories.actor(home_affairs), today=factories.ACCEPTED)
    factories.issued_plan(old_news.weakness.review, home_affairs)
    tick(factories.ISSUED, time(7))

    assert {entry["uid"] for entry in entries(last(sink, "118/KH-UBND"))} == {
        f"action-{old_news.ref}@localhost", f"action-{other.ref}@localhost"
    }  # fmt: skip


def test_a_bundle_carries_no_file(old_news, official, sink):
    tick(MONDAY)

    mail = sink.to(official.email)[0]
    assert files(mail) == [] and mail.get_content_type() == "multipart/alternative"


def test_what_people_typed_adds_no_line_to_the_file(old_news, head, colleague, sink):
    Action.objects.filter(pk=old_news.pk).update(
        statement="Một\r\nEND:VEVENT\r\nATTENDEE:mailto:x@evil.test; , \\ hai"
    )
    assign(old_news, head, colleague, MONDAY)
    tick(MONDAY, time(7))

    (entry,) = entries(sink.to(colleague.email)[0])
    assert "attendee" not in entry
    assert entry["summary"].endswith("Một END:VEVENT ATTENDEE:mailto:x@evil.test; , \\ hai")


def test_the_downloaded_mail_is_the_one_that_was_sent(old_news, head, colleague, sink, home_affairs, client):
    assign(old_news, head, colleague, MONDAY)
    tick(MONDAY, time(7))
    mail = Envelope.objects.get(recipient=colleague)
    client.force_login(home_affairs)

    downloaded = email.message_from_bytes(
        client.get(f"/thong-bao/{mail.pk}.eml").content, policy=email.policy.default
    )
    assert whole(downloaded) == whole(sink.to(colleague.email)[0])


def whole(mail) -> tuple[list, list]:
    """Every header and every part; the sink adds headers of its own."""
    headers = sorted(item for item in mail.items() if item[0] not in ("X-Peer", "X-MailFrom", "X-RcptTo"))
    return headers, [(part.get_content_type(), part.get_payload(decode=True)) for part in mail.walk()]
