"""The first time the recipient opens a mail's link is kept; nothing else changes by reading."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from notifications.models import Envelope
from tests.notifications import envelopes
from tests.notifications.days import at
from tests.reading import Reader

PAGE = "/hanh-dong/"


@pytest.fixture
def mail(official) -> Envelope:
    return envelopes.sent(official, timezone.now() - timedelta(hours=1))


def opened(mail: Envelope):
    return Envelope.objects.get(pk=mail.pk).opened_at


def test_the_first_opening_by_the_recipient_is_kept(mail, official):
    before = timezone.now()
    assert Reader(official).get(f"{PAGE}?n={mail.pk}").status_code == 200

    assert before <= opened(mail) <= timezone.now()


def test_later_openings_change_nothing(mail, official):
    reader = Reader(official)
    reader.get(f"{PAGE}?n={mail.pk}")
    first = opened(mail)
    reader.get(f"{PAGE}?n={mail.pk}")

    assert opened(mail) == first


@pytest.mark.parametrize("who", ["foreign_official", "home_affairs", "admin"])
def test_a_link_passed_on_to_somebody_else_was_not_opened(who, mail, request):
    Reader(request.getfixturevalue(who)).get(f"{PAGE}?n={mail.pk}")

    assert opened(mail) is None


def test_a_mail_scanner_that_is_not_logged_in_opens_nothing(mail, client):
    assert client.get(f"{PAGE}?n={mail.pk}").status_code == 302
    assert opened(mail) is None


def test_posting_and_looking_at_the_head_open_nothing(mail, official):
    reader = Reader(official)
    reader.head(f"{PAGE}?n={mail.pk}")
    reader.post(f"{PAGE}?n={mail.pk}")

    assert opened(mail) is None


@pytest.mark.parametrize("nonsense", ["", "abc", "-1", "1.5", "²", "9" * 19, "9" * 40, "1%00", "1 OR 1=1"])
def test_nonsense_in_place_of_the_number_is_a_page_like_any_other(nonsense, mail, official):
    assert Reader(official).get(f"{PAGE}?n={nonsense}").status_code in (200, 400)
    assert opened(mail) is None


def test_a_link_costs_one_update_and_any_other_page_none(mail, official):
    reader = Reader(official)

    def updates(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            reader.get(address)
        return sum(each["sql"].startswith("UPDATE") for each in asked)

    assert [updates(f"{PAGE}?n={mail.pk}"), updates(PAGE)] == [1, 0]


def test_the_log_shows_when_it_was_opened(mail, official, home_affairs):
    Envelope.objects.update(opened_at=at(date(2022, 8, 27), time(8, 2)))

    assert "27/08/2022 08:02" in Reader(home_affairs).get("/thong-bao/").content.decode()
