"""The personal calendar: a secret address any calendar can read, with titles and dates and nothing else."""

import hashlib
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from icalendar import Calendar

from notifications.models import CalendarFeed
from plans.models import Submission
from tests import factories
from tests.reading import Reader
from tracker import calendar
from tracker.models import Action, Membership, Review

PAGE = "/cai-dat/lich/"
TODAY = calendar.today()
SOON, LATER = TODAY + timedelta(days=9), TODAY + timedelta(days=30)


@pytest.fixture
def colleague(environment):
    return factories.person("nam@sample.test", "Đỗ Nam", "official", environment)


@pytest.fixture
def mine(action) -> Action:
    Action.objects.filter(pk=action.pk).update(due_on=SOON)
    action.refresh_from_db()
    return action


def secret_of(person) -> str:
    """The path a person is shown when the address is made on the page."""
    page = Reader(person).post(PAGE, {"number": getattr(getattr(person, "calendar_feed", None), "number", 0)})
    person.refresh_from_db()
    return page.context["address"].removeprefix(settings.SITE_URL)


def entries(address: str) -> dict[str, dict]:
    """What stands in the calendar, by the first part of its identity; the deadline of the submission left out."""
    answer = Client().get(address)
    assert answer.status_code == 200
    read = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(entry["uid"]).partition("@")[0]: entry for entry in read if entry["uid"].startswith("action")}


def by(person, day=TODAY) -> dict:
    return {"by": factories.actor(person, day), "today": day}


def test_the_secret_is_long_shown_once_and_kept_only_as_a_digest(official):
    address = secret_of(official)
    secret = address.removeprefix("/lich/").removesuffix(".ics")

    assert len(secret) >= 43  # 256 bits
    assert official.calendar_feed.digest == hashlib.sha256(secret.encode()).hexdigest()
    row = CalendarFeed.objects.filter(user=official).values().get()
    assert not any(secret in str(value) for value in row.values())
    again = Reader(official).get(PAGE)
    assert secret not in again.content.decode() and "no-store" in again["Cache-Control"]


def test_any_calendar_reads_the_persons_open_actions_without_log_in(mine, official, colleague, home_affairs):
    factories.tracked_action(mine.weakness, colleague, home_affairs, due_on=LATER)
    entry = entries(secret_of(official))[f"action-{mine.ref}"]

    assert list(entries(secret_of(official))) == [f"action-{mine.ref}"]
    assert entry.decoded("dtstart") == SOON and entry.decoded("dtend") == SOON + timedelta(days=1)
    assert entry["status"] == "CONFIRMED" and mine.statement in entry["summary"]
    assert entry["uid"] == f"action-{mine.ref}@localhost"


def test_a_head_has_the_units_actions(mine, head, colleague, home_affairs):
    other = factories.tracked_action(mine.weakness, colleague, home_affairs, due_on=LATER)

    assert set(entries(secret_of(head))) == {f"action-{mine.ref}", f"action-{other.ref}"}


def test_the_stand_in_of_a_head_has_them_for_those_days(mine, head, colleague):
    address = secret_of(colleague)
    assert entries(address) == {}

    head.absences.create(stand_in=colleague, starts_on=TODAY, ends_on=TODAY)
    assert list(entries(address)) == [f"action-{mine.ref}"]


def test_the_submission_has_its_deadline_until_it_is_handed_in(review, official, head, weakness):
    address = secret_of(official)
    assert b"submission-2021-STNMT@localhost" in Client().get(address).content

    Review.objects.update(state="monitoring")
    assert b"submission-2021" not in Client().get(address).content
    handed_in = Submission.objects.filter(unit=weakness.unit)
    handed_in.update(state="submitted", submitted_on=TODAY, attempt=1)
    (entry,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert entry["status"] == "CANCELLED"


def test_titles_and_dates_and_nothing_else(mine, official):
    mine.update_progress(**by(official), percent=40, note="Điều bí mật")
    text = Client().get(secret_of(official)).content.decode().replace("\r\n ", "")

    assert (
        "Điều bí mật" not in text and official.email not in text and "40" not in text.split("SUMMARY")[1][:9]
    )
    names = {name for entry in Calendar.from_ical(text).walk("VEVENT") for name in entry}
    assert names == {
        "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "ORGANIZER", "STATUS", "TRANSP"
    }  # fmt: skip


def test_a_moved_date_keeps_the_identity_and_grows_the_number(mine, official, home_affairs):
    address = secret_of(official)
    before = entries(address)[f"action-{mine.ref}"]
    asked = mine.ask_extension(**by(official), requested_due_on=LATER, reason="Chờ kinh phí")
    asked.approve(**by(home_affairs))
    after = entries(address)[f"action-{mine.ref}"]

    assert after["uid"] == before["uid"] and after["sequence"] > before["sequence"]
    assert after.decoded("dtstart") == LATER


@pytest.mark.parametrize("ending", ["dropped", "verified", "handed over"])
def test_what_is_over_is_called_off_for_sixty_days(ending, mine, official, head, home_affairs, colleague):
    address, day = secret_of(official), TODAY - timedelta(days=60)
    Action.objects.filter(pk=mine.pk).update(due_on=LATER)
    mine.refresh_from_db()
    _end(mine, ending, day, official, head, home_affairs, colleague)
    (entry,) = entries(address).values()
    assert entry["status"] == "CANCELLED" and entry["sequence"] > 1


@pytest.mark.parametrize("ending", ["dropped", "verified", "handed over"])
def test_after_sixty_days_it_is_gone(ending, mine, official, head, home_affairs, colleague):
    _end(mine, ending, TODAY - timedelta(days=61), official, head, home_affairs, colleague)

    assert entries(secret_of(official)) == {}


def _end(action, ending, day, official, head, home_affairs, colleague):
    if ending == "dropped":
        action.drop(**by(home_affairs, day), reason="Không còn phù hợp")
    elif ending == "handed over":
        action.assign(**by(head, day), owner=colleague)
    else:
        action.add_link(**by(official, day), url="https://haugiang.gov.vn", title="Bài")
        action.report(**by(official, day), note="Xong")
        action.verify(**by(home_affairs, day))


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


def test_a_calendar_that_has_it_already_is_told_so_in_a_few_bytes(mine, official):
    address = secret_of(official)
    first = Client().get(address)
    known = {"If-None-Match": first["ETag"]}
    since = {"If-Modified-Since": first["Last-Modified"]}

    assert "private" in first["Cache-Control"]
    for headers in (known, since):
        again = Client().get(address, headers=headers)
        assert (again.status_code, again.content) == (304, b"") and "private" in again["Cache-Control"]
    assert Client().get(address).content == first.content
    Action.objects.filter(pk=mine.pk).update(due_on=LATER, version=mine.version + 1)
    assert Client().get(address, headers=known).status_code == 200


def test_the_file_is_utf_8_with_lines_as_calendars_want_them(mine, official):
    Action.objects.filter(pk=mine.pk).update(statement="Rà soát thủ tục hành chính cấp tỉnh " * 4)
    answer = Client().get(secret_of(official))
    lines = answer.content.split(b"\r\n")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert max(map(len, lines)) <= 75 and b"\n" not in b"".join(lines)
    assert "Rà soát thủ tục" in answer.content.decode().replace("\r\n ", "")


def test_a_hundred_actions_cost_as_many_queries_as_one(
    mine, official, home_affairs, django_assert_num_queries, django_assert_max_num_queries
):
    address = secret_of(official)
    Client().get(address)
    with django_assert_max_num_queries(6) as few:
        Client().get(address)
        cost = len(few)
    for _ in range(10):
        factories.tracked_action(mine.weakness, official, home_affairs, due_on=LATER)
    Client().get(address)  # what has changed is remembered once
    with django_assert_num_queries(cost):
        assert len(entries(address)) == 11


def test_it_speaks_its_readers_language(mine, official):
    address = secret_of(official)
    assert entries(address)[f"action-{mine.ref}"]["summary"].startswith("Hạn: ")

    type(official).objects.update(language="en")
    assert entries(address)[f"action-{mine.ref}"]["summary"].startswith("Due: ")


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
