"""The secret address of a calendar stays secret, and no text of an action writes lines of its own into the file."""

import logging

import pytest
from django.test import Client
from icalendar import Calendar

from tests.notifications.calendar_pages import secret_of
from tracker.models import Action

ODD = "x\r\nATTENDEE:mailto:thief@elsewhere.test\r\nEND:VEVENT\u2028\u202e\x0b;,\\n <img src=x>"


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "options"])
@pytest.mark.parametrize("change", [{}, {"is_active": False}])
def test_the_log_never_names_the_secret(change, method, action, official, caplog):
    place = secret_of(official)
    type(official).objects.filter(pk=official.pk).update(**change)
    with caplog.at_level(logging.DEBUG):
        getattr(Client(raise_request_exception=False), method)(place)

    assert place.rpartition("/")[2].removesuffix(".ics") not in caplog.text


@pytest.mark.parametrize("tail", [".ICS", ".ics/", "", ".html", ".ics.ics", "%00.ics", "%0d%0aX-A:b.ics"])
def test_another_ending_finds_nothing(tail, action, official):
    place = secret_of(official).removesuffix(".ics")

    assert Client().get(place + tail).status_code in (302, 404)


def test_asking_for_the_head_alone_says_what_asking_for_all_says(action, official):
    place = secret_of(official)
    whole, head = Client().get(place), Client().head(place)

    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])


def test_no_text_of_an_action_becomes_a_line_of_the_calendar(action, official):
    Action.objects.filter(pk=action.pk).update(statement=ODD)
    file = Client().get(secret_of(official)).content

    assert b"\nATTENDEE" not in file and file.count(b"\nEND:VEVENT") == file.count(b"\nBEGIN:VEVENT")
    assert Calendar.from_ical(file).walk("VEVENT")
