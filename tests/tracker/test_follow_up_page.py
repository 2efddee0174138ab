"""Follow-up: every number opens the list of just as many; who is to be pushed, and what hinders the record."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans.models import Submission
from tests import factories
from tests.calling import Caller
from tests.calling import refs as refs_of_api
from tests.notifications.envelopes import failed, sent
from tests.reading import Reader, in_english, refs, text
from tests.tracker.linked_numbers import linked_numbers
from tests.tracker.province_at_work import at_work, days_ahead, due_in
from tracker import calendar
from tracker.models import Review, Unit, WorkingDayException
from tracker.oversight import health

PLACE = "/theo-doi/"


@pytest.fixture
def elsewhere(review, health, home_affairs, foreign_official):
    return factories.weakness(review, health, home_affairs, index=factories.index("PAPI"), criterion=None)


@pytest.fixture
def at_full_work(weakness, official, head, home_affairs, elsewhere, foreign_official):
    at_work(weakness, official, home_affairs, elsewhere, foreign_official)


@pytest.mark.parametrize("by", ["days", "unit", "index"])
def test_every_number_is_the_length_of_the_list_it_opens(by, at_full_work, home_affairs):
    reader = Reader(home_affairs)
    numbers = linked_numbers(reader.get(f"{PLACE}?by={by}"))

    assert len(numbers) > 25
    assert {query: reader.get(query).context["count"] for query, _ in numbers} == dict(numbers)


def test_the_counts_are_those_of_this_province(at_full_work, home_affairs):
    context = Reader(home_affairs).get(PLACE).context

    assert {name: context["totals"][name] for name in ("overdue", "reported", "done")} == {
        "overdue": 9, "reported": 2, "done": 2,
    }  # fmt: skip
    twenty_days = calendar.PUBLISHED.count(calendar.today() - timedelta(20), calendar.today())
    assert context["requests"] == {"count": 2, "days": twenty_days}
    assert context["questions"]["count"] == 2
    assert [count for _, _, count in context["faults"]] == [1, 1, 19]
    assert [count for _, _, count in context["overdue_decisions"]] == [1, 1, 1]


FILTERS = [
    ("result=done_on_time", 1), ("result=done_late", 1), ("result=open_late", 9), ("result=open_in_time", 13),
    ("result=counted", 24), ("health=no_owner", 1), ("health=owner_inactive", 1), ("health=quiet", 19),
    ("waiting=verification", 1), ("waiting=extension", 1), ("waiting=question", 1), ("extension=refused", 1),
]  # fmt: skip


@pytest.mark.parametrize(("query", "found"), FILTERS)
def test_page_api_and_file_find_the_same(query, found, at_full_work, home_affairs):
    reader = Reader(home_affairs)
    on_page = refs(reader.get(f"/hanh-dong/?{query}"))
    file = b"".join(reader.get(f"/hanh-dong/xuat.csv?{query}").streaming_content).decode("utf-8-sig")

    assert len(on_page) == found
    assert on_page == refs_of_api(Caller(home_affairs).get(f"/api/v1/actions/?size=50&{query}"))
    assert [line.split(";")[0] for line in file.splitlines()[1:] if line.startswith("HD-")] == on_page


@pytest.mark.parametrize("query", ["health=ill", "waiting=long", "result=good"])
def test_an_unknown_value_of_a_filter_is_said_and_lists_nothing(query, action, home_affairs):
    assert Reader(home_affairs).get(f"/hanh-dong/?{query}").status_code == 422
    assert Caller(home_affairs).get(f"/api/v1/actions/?{query}").status_code == 400


def test_the_filters_are_told_in_words(action, home_affairs):
    in_english(home_affairs)
    page = text(Reader(home_affairs).get("/hanh-dong/?health=quiet&waiting=extension&result=open_late"))

    assert "No progress for 4 weeks" in page and "Not completed, overdue" in page


def test_an_owner_who_left_the_unit_or_was_disabled_is_found(action, official, home_affairs):
    reader = Reader(home_affairs)
    assert refs(reader.get("/hanh-dong/?health=owner_inactive")) == []

    official.memberships.update(valid_to=calendar.today() - timedelta(1))
    assert refs(reader.get("/hanh-dong/?health=owner_inactive")) == [action.ref]

    official.memberships.update(valid_to=None)
    official.is_active = False
    official.save()
    assert refs(reader.get("/hanh-dong/?health=owner_inactive")) == [action.ref]


def test_work_that_has_not_to_begin_yet_is_not_quiet(weakness, official, home_affairs):
    due_in(60, weakness, official, home_affairs, starts_on=days_ahead(30))

    assert refs(Reader(home_affairs).get("/hanh-dong/?health=quiet")) == []


@pytest.mark.parametrize(
    ("today", "latest"),
    [
        (date(2022, 9, 15), date(2022, 9, 12)),  # Thursday: what came on Monday has waited three days
        (date(2022, 9, 18), date(2022, 9, 13)),  # Sunday: Wednesday, Thursday and Friday
        (date(2022, 9, 5), date(2022, 8, 29)),  # Monday after the holidays of 1 and 2 September
    ],
)
def test_what_waits_too_long_is_reckoned_in_working_days(today, latest, db):
    calendar_of_ours = WorkingDayException.objects.calendar()

    assert health.latest_in_time(today) == latest
    assert (
        calendar_of_ours.count(latest, today) == 3
        and calendar_of_ours.count(latest - timedelta(1), today) > 3
    )


def test_the_longest_waiting_is_as_long_as_its_queue_says(at_full_work, home_affairs):
    in_english(home_affairs)
    reader = Reader(home_affairs)
    tiles = re.findall(r"longest (\d+) working day", text(reader.get(PLACE)))
    queues = [
        re.search(r"Longest: (\d+) working day", text(reader.get(f"/cho-xu-ly/{place}/")))[1]
        for place in ("xac-minh", "gia-han", "cau-hoi")
    ]

    assert tiles == queues and len(tiles) == 3


def test_the_worst_unit_stands_first_with_whom_to_call(at_full_work, official, head, home_affairs):
    official.phone, head.phone = "0907 000 001", "0907 000 002"
    official.save()
    head.save()
    page = Reader(home_affairs).get(PLACE)
    rows = page.context["units"]

    assert [(row["unit"].code, row["overdue"]) for row in rows] == [("STNMT", 8), ("SYT", 1)]
    assert (rows[0]["head"], rows[0]["official"]) == (head, official)
    assert 'href="tel:0907 000 001"' in text(page) and 'href="tel:0907 000 002"' in text(page)


def test_units_late_can_be_ticked_for_a_letter_by_home_affairs_alone(at_full_work, home_affairs, admin):
    box = '<input type="checkbox" name="unit" value="STNMT"'

    assert box in text(Reader(home_affairs).get(PLACE))
    assert 'name="about" value="overdue"' in text(Reader(home_affairs).get(PLACE))
    assert box not in text(Reader(admin).get(PLACE))


def test_missing_submissions_are_counted_while_the_review_is_open(review, home_affairs):
    reader = Reader(home_affairs)
    assert reader.get(PLACE).context["missing"] == Submission.objects.missing().count() > 0

    Review.objects.update(state=Review.State.CONSOLIDATING)
    assert reader.get(PLACE).context["missing"] is None


def test_repeated_weaknesses_are_told_once_with_all_their_units(review, environment, health, home_affairs):
    before = Review.objects.create(
        year=2020, conference_on=date(2021, 6, 10), submissions_due_on=date(2021, 6, 20),
        plan_due_on=date(2021, 7, 20), state=Review.State.CLOSED,
    )  # fmt: skip
    for unit in (environment, health):
        old = factories.weakness(before, unit, home_affairs)
        factories.weakness(review, unit, home_affairs, repeats=old)
    factories.weakness(review, health, home_affairs, title="Chưa lặp lại")
    (repeat,) = Reader(home_affairs).get(PLACE).context["repeats"]

    assert [weakness.unit for weakness in repeat.weaknesses] == [environment, health]


def test_units_of_which_nobody_can_log_in_are_named(review, official, foreign_official, home_affairs_unit):
    """Nobody has a password at first; a person of Home Affairs does not write for the unit."""
    official.set_password("Mat-khau-rat-dai-2022")
    official.save()

    assert list(health.units_without_log_in(calendar.today())) == [
        Unit.objects.get(code="SNV"), Unit.objects.get(code="SYT"),
    ]  # fmt: skip


def test_failed_mails_of_the_week_lead_to_just_those_in_the_log(action, home_affairs):
    now = timezone.now()
    for days in (0, 7, 8):
        failed(home_affairs, now - timedelta(days))
    sent(home_affairs, now)
    reader = Reader(home_affairs)
    ((place, number),) = linked_numbers(reader.get(PLACE), "/thong-bao/")

    assert number == 2 == len(reader.get(place).context["page"].rows)


def test_first_nothing_yet_then_all_well_are_different_words(weakness, official, home_affairs):
    in_english(home_affairs)
    reader, nothing_yet = Reader(home_affairs), "No action is followed up yet"
    assert nothing_yet in text(reader.get(PLACE))

    due_in(60, weakness, official, home_affairs)
    page = text(reader.get(PLACE))
    assert nothing_yet not in page and "Thanks to all units" in page and 'id="ages"' not in page


def test_before_the_first_review_the_page_says_what_will_be_here(home_affairs):
    in_english(home_affairs)
    page = text(Reader(home_affairs).get(PLACE))

    assert "No review has been opened yet" in page and 'class="tiles' not in page


def test_an_order_that_is_none_is_refused_with_those_that_are(action, home_affairs):
    in_english(home_affairs)
    page = Reader(home_affairs).get(f"{PLACE}?by=colour")

    assert page.status_code == 422 and "“days”, “unit” or “index”" in text(page)


def test_a_unit_does_not_read_it(official, head, leader):
    for person in (official, head, leader):
        assert Reader(person).get(PLACE).status_code == 403


def test_many_units_cost_as_many_queries_as_few(weakness, official, home_affairs, review):
    reader = Reader(home_affairs)
    due_in(-3, weakness, official, home_affairs)
    few = _queries(reader)
    for number in range(12):
        unit = factories.unit(f"U{number}", f"Đơn vị {number}")
        person = factories.person(f"u{number}@sample.test", f"Người {number}", "official", unit)
        of_unit = factories.weakness(review, unit, home_affairs, index=factories.index(f"I{number % 3}"))
        due_in(-number - 1, of_unit, person, home_affairs)

    assert _queries(reader) == few


def _queries(reader) -> int:
    reader.get(PLACE)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        reader.get(PLACE)
    return len(asked)
