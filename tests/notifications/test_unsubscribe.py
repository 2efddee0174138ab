"""Optional mails are stopped with one click, without log-in; compulsory ones offer nothing of the kind."""

from datetime import date

import pytest
from django.core.signing import Signer
from django.test import Client

from notifications.engine import message
from notifications.mails import links, stopping
from notifications.models import Envelope, OptOut
from tests import factories
from tests.notifications.days import MONDAY, at, tick
from tests.notifications.envelopes import waiting
from tracker.errors import Invalid, Refused

NEXT_DATE = date(2022, 9, 30)


@pytest.fixture
def asked(old_news, official, sink):
    """Home Affairs has got a bundle with nothing but a request to decide on."""
    old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=NEXT_DATE, reason="Chờ kinh phí"
    )
    tick(MONDAY)
    return old_news


@pytest.fixture
def link(home_affairs) -> str:
    return links.stop(home_affairs.pk, "bundle").removeprefix("http://localhost:8000")


def declined(person) -> set[str]:
    return set(OptOut.objects.current().filter(user=person).values_list("kind", flat=True))


def test_a_mail_that_may_be_declined_says_so_to_the_mail_program(asked, home_affairs, sink, link):
    mail = sink.to(home_affairs.email)[0]

    assert mail["List-Unsubscribe"].strip() == f"<http://localhost:8000{link}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in mail.get_body(("plain",)).get_content() and link in mail.get_body(("html",)).get_content()


def test_a_compulsory_mail_offers_nothing_of_the_kind(asked, official, sink):
    mail = sink.to(official.email)[0]

    assert mail["List-Unsubscribe"] is mail["List-Unsubscribe-Post"] is None
    assert "/thu/huy/" not in mail.get_body(("plain",)).get_content()


def test_one_compulsory_thing_makes_the_whole_mail_compulsory(asked, home_affairs, sink):
    tick(date(2022, 9, 13))

    late = sink.to(home_affairs.email)[-1]
    assert Envelope.objects.filter(recipient=home_affairs).first().obligations.count() > 1
    assert late["List-Unsubscribe"] is None


def test_the_address_stands_whole_on_its_line(home_affairs):
    mail = waiting(home_affairs, at(MONDAY), kind="weekly-overview", is_optional=True)

    lines = message.payload(mail, at(MONDAY)).splitlines()
    assert any(line.strip() == f"<{links.stop(home_affairs.pk, mail.kind)}>".encode() for line in
               (line.removeprefix(b"List-Unsubscribe:") for line in lines))  # fmt: skip
    assert all(len(line) < 998 for line in lines)


def test_a_link_that_was_used_says_so_and_asks_no_second_time(client, home_affairs, link):
    assert client.get(link).context["is_done"] is False
    client.post(link)

    assert client.get(link).context["is_done"] is True


def test_one_click_stops_it_without_log_in_cookie_or_redirect(home_affairs, link):
    answer = Client(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert declined(home_affairs) == {
        "action-reported",
        "decision-waiting",
        "extension-asked",
        "question-asked",
    }


def test_clicking_twice_is_clicking_once(home_affairs, link, client):
    client.post(link)
    assert client.post(link).status_code == 200

    assert OptOut.objects.count() == 4


def test_looking_at_the_page_changes_nothing(home_affairs, link, client):
    for method in (client.get, client.head):
        assert method(link).status_code == 200

    assert not OptOut.objects.exists()


def test_what_was_stopped_is_not_sent_any_more(asked, home_affairs, official, sink, link, client):
    client.post(link)
    asked.extensions.get().withdraw(by=factories.actor(official), today=MONDAY)
    asked.ask_extension(by=factories.actor(official), today=MONDAY, requested_due_on=NEXT_DATE, reason="Lại")
    tick(date(2022, 8, 23))

    assert len(sink.to(home_affairs.email)) == 1


@pytest.mark.parametrize("token", ["x", "1.bundle", "1.bundle.forged", "%00", "ố", "9" * 500])
def test_a_forged_link_is_answered_and_changes_nothing(home_affairs, client, token):
    for method in (client.get, client.post):
        assert method(f"/thu/huy/{token}/").status_code == 404

    assert not OptOut.objects.exists()


def test_a_link_signed_for_another_purpose_is_refused(home_affairs, client):
    other = Signer(salt="something else", sep=".").sign(f"{home_affairs.pk}.bundle")

    assert client.post(f"/thu/huy/{other}/").status_code == 404


def test_a_link_for_nobody_is_not_found(db, client):
    assert client.post(f"/thu/huy/{stopping.token_for(999_999, 'bundle')}/").status_code == 404


def test_a_compulsory_kind_cannot_be_stopped_even_with_a_good_signature(official, client):
    answer = client.post(f"/thu/huy/{stopping.token_for(official.pk, 'action-assigned')}/")

    assert answer.status_code == 200 and not OptOut.objects.exists()


def test_the_page_speaks_the_language_of_the_person(home_affairs, link, client):
    type(home_affairs).objects.update(language="en")

    answer = client.get(link)
    assert answer["Content-Language"] == "en" and b'<html lang="en">' in answer.content


def test_only_what_is_optional_can_be_declined(official):
    with pytest.raises(Refused):
        OptOut.objects.decline(official, "action-due", today=MONDAY)
    with pytest.raises(Invalid):
        OptOut.objects.decline(official, "gossip", today=MONDAY)


def test_wanting_again_ends_it_and_can_be_said_twice(home_affairs):
    OptOut.objects.decline(home_affairs, "decision-waiting", today=MONDAY)
    for _ in range(2):
        OptOut.objects.want_again(home_affairs, "decision-waiting", today=MONDAY)

    assert declined(home_affairs) == set()
    assert OptOut.objects.get().wanted_again_at is not None
