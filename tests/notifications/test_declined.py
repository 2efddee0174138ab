"""What a person has declined is not owed to him: neither planned, nor kept, nor sent; compulsory mails stay."""

from datetime import date, time

import pytest

from notifications.models import OptOut
from tests import factories
from tests.notifications.days import MONDAY, WEDNESDAY, at, tick
from tests.notifications.owing import look_again, owed, reasons, write_down

NEXT_DATE = date(2022, 9, 30)


@pytest.fixture
def asked(old_news, official):
    """Khởi has asked for more time; Home Affairs has not answered."""
    return old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=NEXT_DATE, reason="Chờ kinh phí"
    )


def test_what_a_person_has_declined_he_is_not_owed_and_others_are(asked, home_affairs, second_home_affairs):
    OptOut.objects.create(user=home_affairs, kind="extension-asked")
    write_down(MONDAY)

    assert owed("extension-asked") == {second_home_affairs.email}


def test_what_was_owed_already_is_cancelled_when_the_person_declines(
    asked, home_affairs, second_home_affairs
):
    write_down(MONDAY)
    OptOut.objects.create(user=home_affairs, kind="extension-asked")
    look_again(MONDAY)

    assert sorted(reasons("extension-asked")) == ["", "declined"]
    assert owed("extension-asked") == {second_home_affairs.email}


def test_mails_wanted_again_are_owed_again(asked, home_affairs):
    OptOut.objects.create(user=home_affairs, kind="extension-asked", wanted_again_at=at(MONDAY))
    write_down(MONDAY)

    assert owed("extension-asked") == {home_affairs.email}


def test_a_compulsory_mail_cannot_be_declined(old_news, official):
    OptOut.objects.create(user=official, kind="action-due")
    write_down(MONDAY)

    assert owed("action-due") == {official.email}


def test_a_declined_reminder_of_a_waiting_decision_is_not_planned(reported, home_affairs):
    OptOut.objects.create(user=home_affairs, kind="decision-waiting")
    write_down(WEDNESDAY)

    assert reasons("decision-waiting") == []


def test_who_declines_after_it_was_put_into_a_mail_is_not_sent_it(asked, home_affairs, sink, settings):
    settings.EMAIL_PORT = 1
    tick(MONDAY)
    OptOut.objects.create(user=home_affairs, kind="extension-asked")
    settings.EMAIL_PORT = sink.port
    tick(MONDAY, time(9))

    assert sink.to(home_affairs.email) == []
    assert reasons("extension-asked") == ["declined"]
