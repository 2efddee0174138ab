"""The log of mails: who reads it, what it says, and each mail as it was sent."""

import email
import email.policy

import pytest
from django.urls import reverse

from notifications.models import Envelope
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, at, tick


@pytest.fixture
def mail(old_news, settings, tmp_path) -> Envelope:
    """A reminder to Khởi on a site without a mail server."""
    settings.DATA_DIR, settings.EMAIL_HOST = tmp_path, ""
    tick(MONDAY)
    return Envelope.objects.get(kind="bundle")


def test_home_affairs_reads_every_mail_and_the_honest_state(mail, home_affairs, client):
    client.force_login(home_affairs)
    page = client.get(reverse("mail-log")).content.decode()

    assert mail.address in page
    assert "chỉ lưu, chưa cấu hình máy chủ thư" in page


def test_a_person_sees_the_mails_to_himself_and_no_others(mail, official, foreign_official, client):
    client.force_login(official)
    assert client.get(reverse("mail", args=[mail.pk])).status_code == 200

    client.force_login(foreign_official)
    assert mail.address not in client.get(reverse("mail-log")).content.decode()
    assert [
        client.get(reverse(name, args=[mail.pk])).status_code for name in ("mail", "mail-html", "mail-eml")
    ] == [404] * 3


def test_a_stranger_is_asked_to_log_in(mail, client):
    assert client.get(reverse("mail", args=[mail.pk])).status_code == 302


def test_the_page_shows_the_mail_word_for_word(mail, official, client):
    client.force_login(official)
    page = client.get(reverse("mail", args=[mail.pk])).content.decode()

    assert all(line.strip() in page for line in mail.text.splitlines() if line.strip().isalpha())
    assert mail.content_sha256 in page


def test_the_html_part_is_shown_in_a_sandbox(mail, official, client):
    client.force_login(official)
    response = client.get(reverse("mail-html", args=[mail.pk]))

    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response.content.decode() == mail.html


def test_the_downloaded_file_is_the_stored_mail(mail, official, client, tmp_path):
    client.force_login(official)
    downloaded = client.get(reverse("mail-eml", args=[mail.pk])).content

    stored = list((tmp_path / "mail" / "2022-08-22").glob("*.eml"))
    parsed = [
        email.message_from_bytes(each, policy=email.policy.default)
        for each in (downloaded, stored[0].read_bytes())
    ]
    assert len(stored) == 1
    assert parsed[0]["Message-ID"] == parsed[1]["Message-ID"] == mail.message_id
    assert parsed[0].get_body(("plain",)).get_content() == parsed[1].get_body(("plain",)).get_content()


def test_the_log_is_narrowed_by_state_kind_and_a_name_without_accents(mail, home_affairs, client):
    client.force_login(home_affairs)
    counted = {
        query: len(client.get(reverse("mail-log") + query).context["page"].rows)
        for query in ("?person=quoc khoi", "?person=nobody", "?kind=bundle", "?state=failed")
    }

    assert counted == {"?person=quoc khoi": 1, "?person=nobody": 0, "?kind=bundle": 1, "?state=failed": 0}


@pytest.mark.parametrize(
    ("query", "status"), [("?state=x", 400), ("?after=abc", 422), ("?after=-1", 422), ("?kind=bundle", 200)]
)
def test_nonsense_in_the_address_gets_a_clear_answer(mail, home_affairs, client, query, status):
    client.force_login(home_affairs)

    assert client.get(reverse("mail-log") + query).status_code == status


@pytest.mark.parametrize("how_many", [1, 30])
def test_the_log_asks_the_database_as_often_for_one_mail_as_for_thirty(
    mail, home_affairs, client, how_many, django_assert_num_queries
):
    for _ in range(how_many):
        envelopes.waiting(mail.recipient, since=at(MONDAY))
    client.force_login(home_affairs)
    client.get(reverse("mail-log"))

    with django_assert_num_queries(13):
        client.get(reverse("mail-log"))


def test_the_mails_of_an_action_stand_on_its_page(mail, old_news, official, home_affairs, client):
    client.force_login(home_affairs)
    page = client.get(reverse("action", args=[old_news.ref])).content.decode()

    assert reverse("mail", args=[mail.pk]) in page
