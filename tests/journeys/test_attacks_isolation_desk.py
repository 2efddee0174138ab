"""Two units with full desks side by side: neither finds a word, a number or a trace of the other's anywhere."""

import re
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test import Client

from tests import factories
from tests.journeys.two_desks import furnished
from tests.notifications.calendar_pages import secret_of
from tests.reading import Reader
from tracker import calendar

OURS, THEIRS = "Ourword", "Zzyzx"
CHANGING = re.compile(
    r'name="(csrfmiddlewaretoken|idempotency)" value="[^"]*"|\b\d\d:\d\d(:\d\d)?\b|[0-9a-f]{32}|[0-9a-f]{12}'
    r'|data-seconds="\d+"'
)
TABLES = (
    "tracker_weakness", "tracker_action", "tracker_cause", "tracker_responsibility", "tracker_question",
    "tracker_reply", "tracker_evidence", "tracker_savedfilter", "tracker_delegation", "tracker_event", "tracker_watch",
    "tracker_extensionrequest", "plans_submission", "plans_submissionfile", "plans_importjob",
)  # fmt: skip
QUESTIONS = (
    "", "q=kwyjibo", "owner={owner}", "owner_name=zzy", "owner_name=nguyen", "weakness={ref}", "unit=SYT",
    "group=so_nganh", "coordinating=STNMT", "sort=owner", "sort=-progress", "sort=index", "extension=pending",
    "evidence=none", "state=open", "initiative=yes", "watched=me", "review=2021",
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_summer(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.SUMMER)


@pytest.fixture
def ours(review, environment, home_affairs):
    return furnished(environment, OURS, home_affairs)


@pytest.fixture
def theirs(ours, health, home_affairs):
    return furnished(health, THEIRS, home_affairs)


@pytest.fixture
def strangers(ours, home_affairs_unit):
    """People who have nothing to do with the other unit."""
    clerk = factories.person("clerk@sample.test", "Phạm Thị Lan", "official", home_affairs_unit)
    return [Reader(person) for person in (ours.official, ours.head, clerk)]


def told(answer) -> str:
    body = answer.getvalue() if answer.streaming else answer.content
    if body[:2] == b"PK":
        book = openpyxl.load_workbook(BytesIO(body))
        return "\n".join(str(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    return body.decode(errors="replace") + str(answer.headers)


def checksum() -> dict[str, str]:
    """A sum over the rows of every table of the work."""
    sums = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM {table} t")
            sums[table] = cursor.fetchone()[0]
    return sums


def only_theirs(ours, theirs) -> list[str]:
    return sorted(set(theirs.addresses()) - set(ours.addresses()))


def test_no_page_about_a_thing_of_theirs_exists_for_strangers(strangers, ours, theirs):
    public = f"/don-vi/{theirs.unit.code}/"
    for reader in strangers:
        for place in only_theirs(ours, theirs):
            answer = reader.get(place)
            assert THEIRS not in told(answer), place
            assert place == public or answer.status_code in (403, 404, 405), (place, answer.status_code)


def test_nothing_of_theirs_is_changed_by_whatever_strangers_send(strangers, ours, theirs):
    words = {
        "version": 1, "idempotency": "k" * 12, "words": "x", "reason": "x", "note": "x", "percent": 1, "watch": "yes",
        "do": "add-cause", "owner": ours.official.pk, "cause": "c1", "cause-c1-statement": "x",
        "cause-c1-kind": "internal", "weaknesses": theirs.found.pk, "stand_in": ours.official.pk,
        "decision": "approve",
    }  # fmt: skip
    before = checksum()
    for reader in strangers:
        for place in only_theirs(ours, theirs):
            answer = reader.post(place, words)
            assert THEIRS not in told(answer), place
            assert place.startswith("/don-vi/") or answer.status_code in (403, 404, 405), (
                place,
                answer.status_code,
            )
    assert checksum() == before


def test_their_numbers_under_our_addresses_do_not_exist(ours, theirs):
    mixed = replace(ours, numbers=theirs.numbers)
    for place in set(mixed.addresses()) - set(ours.addresses()) - set(theirs.addresses()):
        for ask in (Reader(ours.head).get, Reader(ours.official).post):
            answer = ask(place)
            assert answer.status_code in (404, 405), place
            assert THEIRS not in told(answer)


@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.parametrize(
    "page", ["/hanh-dong/", "/hanh-dong/xuat.csv", "/hanh-dong/xuat.xlsx", "/hanh-dong/bo-loc/moi/", "/tim/"]
)
def test_no_filter_order_export_or_search_tells_of_them(page, query, ours, theirs):
    asked = query.format(owner=theirs.official.pk, ref=theirs.found.ref)
    for person in (ours.official, ours.head):
        answer = Reader(person).get(f"{page}?{asked}")
        assert answer.status_code == 200
        assert THEIRS not in told(answer)


def seen_by(ours) -> dict[str, str]:
    """All that our people can read, without what changes with every page."""
    asked = (f"/hanh-dong/?{query}" for query in QUESTIONS if "{" not in query)
    pages = {*ours.addresses(), *asked, "/", "/tim/?q=kwyjibo", "/don-vi/SYT/"}
    readers = {"official": Reader(ours.official), "head": Reader(ours.head)}
    return {
        f"{name} {page}": CHANGING.sub("", told(reader.get(page)))
        for name, reader in readers.items()
        for page in sorted(pages)
        if not page.endswith("xlsx")
    }


def test_our_pages_are_the_same_with_and_without_them(ours, health, home_affairs):
    seen_by(ours)  # what is counted and kept for a minute is there from here on
    without = seen_by(ours)
    furnished(health, THEIRS, home_affairs)

    now = seen_by(ours)
    assert [page for page in without if without[page] != now[page]] == []


def test_reading_changes_nothing(ours):
    reader, before = Reader(ours.head), checksum()
    for page in ours.addresses():
        reader.status_of(page)

    assert checksum() == before


def test_the_calendar_holds_only_what_is_ours(ours, theirs):
    for person in (ours.official, ours.head):
        feed = Client().get(secret_of(person)).content.decode()
        assert OURS in feed and THEIRS not in feed
