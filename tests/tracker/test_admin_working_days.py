"""The working calendar in the administration: a year at a glance, and each change by its verb."""

from datetime import date

import pytest

from tests import factories
from tests.reading import Reader
from tracker.models import Event, WorkingDayException

LIST = "/quan-tri/tracker/workingdayexception/"
MONDAY, SATURDAY = date(2022, 8, 22), date(2022, 8, 20)
calendar = WorkingDayException.objects


@pytest.fixture
def reader(admin) -> Reader:
    type(admin).objects.filter(pk=admin.pk).update(language="en")
    admin.refresh_from_db()
    return Reader(admin)


@pytest.fixture
def exception(admin) -> WorkingDayException:
    by = {"by": factories.actor(admin), "today": date(2022, 8, 1)}
    return calendar.set_day(MONDAY, is_working=False, reason="Bão số 4", **by)


def test_a_year_shows_what_is_published_beside_what_the_office_decided(reader, exception):
    rows = reader.get(LIST, {"year": "2022"}).context["rows"]

    found = {row["day"]: row for row in rows}
    assert found[date(2022, 9, 2)]["name"] == "National Day"
    assert (found[MONDAY]["exception"], found[MONDAY]["is_worked"]) == (exception, False)
    assert [row["day"] for row in rows] == sorted(found)


def test_a_published_working_saturday_is_shown_as_worked(reader):
    rows = reader.get(LIST, {"year": "2026"}).context["rows"]

    assert [row["is_worked"] for row in rows if row["day"] == date(2026, 8, 22)] == [True]


@pytest.mark.parametrize("year", ["", "abc", "1", "99999", "²²²²", "1999", "2101", "-2022", "2022 OR 1=1"])
def test_a_year_nobody_understands_is_the_present_one(year, reader):
    page = reader.get(LIST, {"year": year})

    assert page.status_code == 200
    assert page.context["year"] >= 2026


@pytest.mark.parametrize("year", [2000, 2100])
def test_the_first_and_the_last_year_have_no_neighbour_beyond(year, reader):
    assert reader.get(LIST, {"year": year}).status_code == 200


def test_a_day_is_set_with_its_reason(reader, admin):
    answer = reader.fill_in(f"{LIST}add/", day="22/08/2022", is_working="no", reason="Bão số 4")

    assert (answer.status_code, answer.url) == (303, LIST)
    assert not calendar.calendar().is_working_day(MONDAY)
    assert Event.objects.get(subject="workingdayexception").actor == admin


def test_two_days_are_swapped(reader):
    answer = reader.fill_in(f"{LIST}swap/", day_off="22/08/2022", worked_on="20/08/2022", reason="Hoán đổi")

    assert answer.status_code == 303
    assert calendar.calendar().is_working_day(SATURDAY) and not calendar.calendar().is_working_day(MONDAY)


def test_an_exception_gets_a_better_reason_or_is_taken_back(reader, exception):
    page = f"{LIST}{exception.pk}/"
    assert reader.fill_in(f"{page}change/", reason="Thông báo 9").status_code == 303
    assert calendar.get().reason == "Thông báo 9"

    assert reader.fill_in(f"{page}restore/", reason="Bãi bỏ").status_code == 303
    assert calendar.calendar().is_working_day(MONDAY)
    assert Event.objects.of(exception).count() == 3


def test_a_form_sent_twice_changes_the_day_once(reader):
    form = reader.get(f"{LIST}add/").context["form"]
    words = {
        "idempotency": form["idempotency"].value(), "day": "22/08/2022", "is_working": "no", "reason": "Bão",
    }  # fmt: skip
    answers = [reader.post(f"{LIST}add/", words).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert Event.objects.filter(subject="workingdayexception").count() == 1


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"day": "22/08/2022", "is_working": "no", "reason": " "}, "reason"),
        ({"day": "22/08/2022", "is_working": "no", "reason": "x" * 201}, "reason"),
        ({"day": "31/02/2022", "is_working": "no", "reason": "Bão"}, "day"),
        ({"day": "22/08/1822", "is_working": "no", "reason": "Bão"}, "day"),
        ({"day": "", "is_working": "no", "reason": "Bão"}, "day"),
        ({"day": "22/08/2022", "is_working": "perhaps", "reason": "Bão"}, "is_working"),
        ({"day": "22/08/2022", "is_working": "yes", "reason": "Bão"}, "is_working"),
    ],
)
def test_bad_input_comes_back_with_its_error_beside_the_field(words, field, reader):
    page = reader.fill_in(f"{LIST}add/", **words)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert page.context["form"]["reason"].value() == words["reason"]
    assert not calendar.exists()


def test_an_impossible_swap_comes_back_too(reader):
    page = reader.fill_in(f"{LIST}swap/", day_off="20/08/2022", worked_on="27/08/2022", reason="Hoán đổi")

    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["day_off"]


@pytest.mark.parametrize("part", ["999/change/", "999/restore/", "abc/change/", "²/change/", "1_3/change/"])
def test_an_exception_that_is_not_there_is_404(part, reader):
    assert reader.get(f"{LIST}{part}").status_code == 404


def test_nothing_is_deleted_here(reader, exception):
    assert reader.post(f"{LIST}{exception.pk}/delete/", {"post": "yes"}).status_code == 403
    assert calendar.count() == 1


@pytest.mark.parametrize("who", ["official", "head", "home_affairs", "leader", "inspector"])
@pytest.mark.parametrize("part", ["", "add/", "swap/"])
def test_nobody_else_gets_in_even_when_he_may_open_the_administration(who, part, request):
    person = request.getfixturevalue(who)
    type(person).objects.filter(pk=person.pk).update(is_staff=True)
    person.refresh_from_db()

    assert Reader(person).get(LIST + part).status_code == 403
