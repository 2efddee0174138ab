"""The personal calendar: a secret address any calendar can read, with titles and dates and nothing else."""

from datetime import timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from plans.models import Submission
from tests import factories
from tests.notifications.calendar_pages import secret_of
from tracker import calendar
from tracker.models import Action, Review

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


def entries(address: str) -> dict[str, dict]:
    """What stands in the calendar, by the first part of its identity; the deadline of the submission left out."""
    answer = Client().get(address)
    assert answer.status_code == 200
    read = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(entry["uid"]).partition("@")[0]: entry for entry in read if entry["uid"].startswith("action")}


def by(person, day=TODAY) -> dict:
    return {"by": factories.actor(person, day), "today": day}


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
