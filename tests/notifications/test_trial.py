"""A test mail to oneself: sent at once, answered in the server's own words, never more than one a minute."""

import socket
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from notifications.models import DeliveryAttempt, Envelope
from tests.reading import Reader

TRIAL = "/thong-bao/thu-thu/"


@pytest.fixture
def reader(home_affairs) -> Reader:
    return Reader(home_affairs)


def ask(reader: Reader, key: str = "first-click"):
    return reader.post(TRIAL, {"idempotency": key})


def answer(reader: Reader) -> str:
    """What the page says after the click."""
    return reader.get(ask(reader).url).content.decode()


def test_the_mail_arrives_and_the_page_shows_the_answer_word_for_word(reader, home_affairs, sink):
    page = answer(reader)

    assert [mail["To"] for mail in sink.mails] == [home_affairs.email]
    assert "250 2.0.0 Ok: queued as 1" in page and 'class="notice notice-ok"' in page


def test_it_stands_in_the_log_with_its_exact_content_and_nothing_is_owed(reader, home_affairs, sink):
    ask(reader)

    mail = Envelope.objects.get()
    assert (mail.kind, mail.state, mail.recipient, mail.lease_token) == ("test", "sent", home_affairs, None)
    assert sink.mails[0].get_body(("plain",)).get_content().split() == mail.text.split()
    assert not mail.obligations.exists()
    assert mail.subject_line in reader.get(f"{reverse('mail-log')}?kind=test").content.decode()


def test_a_server_that_refuses_is_quoted_and_the_page_says_what_to_check(reader, home_affairs, sink):
    sink.refuse[home_affairs.email] = "550 5.7.1 relaying denied"
    page = answer(reader)

    assert "550 5.7.1 relaying denied" in page
    assert f"127.0.0.1:{sink.port}" in page and "EMAIL_SECURITY" in page
    assert Envelope.objects.get().state == "failed"
    assert DeliveryAttempt.objects.get().outcome == "failed"


def test_a_server_that_is_not_there_is_an_answer_too(reader, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    page = answer(reader)

    assert "EMAIL_HOST" in page and 'class="notice notice-bad"' in page
    assert DeliveryAttempt.objects.get().outcome == "unreachable"


def test_a_server_that_hangs_is_given_up_on(reader, settings, monkeypatch):
    monkeypatch.setattr("notifications.engine.post.CONNECT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", silent.getsockname()[1]
        page = answer(reader)

    assert "timed out" in page
    assert Envelope.objects.get().state == "failed"


@pytest.mark.parametrize("host", ["no such host", "a" * 70 + ".test", ".."])
def test_a_nonsensical_host_is_no_crash(reader, settings, host):
    settings.EMAIL_HOST, settings.EMAIL_PORT = host, 25

    assert 'class="notice notice-bad"' in answer(reader)


def test_without_a_mail_server_it_is_stored_and_the_page_says_so(reader, settings, tmp_path):
    settings.EMAIL_HOST, settings.DATA_DIR = "", tmp_path
    page = answer(reader)

    assert "EMAIL_URL" in page and 'class="notice notice-ok"' not in page
    assert len(list((tmp_path / "mail").rglob("*.eml"))) == 1


def test_a_second_click_sends_nothing_and_shows_the_first_answer(reader, sink):
    answers = [ask(reader), ask(reader)]

    assert answers[0].url == answers[1].url and answers[1].status_code == 303
    assert len(sink.mails) == 1


def test_at_most_one_a_minute_and_person(reader, sink, admin):
    ask(reader)
    assert ask(reader, "second-click").status_code == 409
    assert ask(Reader(admin), "of-another").status_code == 303

    Envelope.objects.update(created_at=timezone.now() - timedelta(seconds=61))
    assert ask(reader, "a-minute-later").status_code == 303
    assert len(sink.mails) == 3


def test_only_those_who_see_to_the_mails_send_one(official, sink):
    assert ask(Reader(official)).status_code == 403
    assert sink.mails == []


def test_it_is_asked_for_with_a_form_and_never_by_a_link(reader, sink):
    assert reader.get(TRIAL).url == reverse("mail-log")
    assert reader.post(TRIAL).status_code == 422
    assert not Envelope.objects.exists()
