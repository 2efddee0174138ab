"""The secret address of a calendar: shown once, renewed, ended, and dead with its person's roles."""

import hashlib
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from notifications.models import CalendarFeed
from tests.notifications.calendar_pages import PAGE, secret_of
from tests.reading import Reader
from tracker import calendar
from tracker.models import Membership

TODAY = calendar.today()


def test_the_secret_is_long_shown_once_and_kept_only_as_a_digest(official):
    address = secret_of(official)
    secret = address.removeprefix("/lich/").removesuffix(".ics")

    assert len(secret) >= 43  # 256 bits
    assert official.calendar_feed.digest == hashlib.sha256(secret.encode()).hexdigest()
    row = CalendarFeed.objects.filter(user=official).values().get()
    assert not any(secret in str(value) for value in row.values())
    again = Reader(official).get(PAGE)
    assert secret not in again.content.decode() and "no-store" in again["Cache-Control"]


def test_a_new_address_kills_the_old_one_at_once_and_an_ended_one_is_dead(official):
    first = secret_of(official)
    second = secret_of(official)
    assert first != second
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)

    Reader(official).post(f"{PAGE}ngung/")
    assert Client().get(second).status_code == 404
    assert not CalendarFeed.objects.exists()


def test_sending_the_page_twice_does_not_kill_the_address_just_shown(official):
    reader = Reader(official)
    address = reader.post(PAGE, {"number": 0}).context["address"]
    again = reader.post(PAGE, {"number": 0})

    assert again.status_code == 409 and "address" not in again.context
    assert Client().get(address.removeprefix(settings.SITE_URL)).status_code == 200


@pytest.mark.parametrize("number", ["", "mười", "-1", "9" * 30, "²"])
def test_a_garbled_number_is_no_number(number, official):
    assert Reader(official).post(PAGE, {"number": number}).status_code == 200


def test_it_dies_when_the_person_is_disabled_or_has_no_role_left(official):
    address = secret_of(official)
    type(official).objects.update(is_active=False)
    assert Client().get(address).status_code == 404

    type(official).objects.update(is_active=True)
    Membership.objects.filter(user=official).update(valid_to=TODAY - timedelta(days=1))
    assert Client().get(address).status_code == 404


def test_an_unknown_secret_is_not_found(db):
    assert Client().get("/lich/khong-co.ics").status_code == 404
    assert Client().post("/lich/khong-co.ics").status_code == 405


def test_the_page_says_when_a_calendar_last_asked(official):
    address = secret_of(official)
    assert Reader(official).get(PAGE).context["feed"].read_on is None

    Client().get(address)
    assert Reader(official).get(PAGE).context["feed"].read_on == TODAY


def test_another_persons_address_is_not_touched(official, foreign_official):
    address = secret_of(official)
    secret_of(foreign_official)
    Reader(foreign_official).post(f"{PAGE}ngung/")

    assert Client().get(address).status_code == 200
