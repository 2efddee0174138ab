"""The office's exceptions to the published calendar: set, swapped and given up by verbs, with a history that stays."""

from datetime import date

import pytest

from tests import factories
from tests.tracker.test_many_at_once import together
from tracker.calendar import PUBLISHED, published_days
from tracker.errors import Invalid, Refused
from tracker.models import Event, WorkingDayException

TODAY = date(2022, 8, 1)
MONDAY, SATURDAY, HOLIDAY = date(2022, 8, 22), date(2022, 8, 20), date(2022, 9, 2)
calendar = WorkingDayException.objects


@pytest.fixture
def by(admin) -> dict:
    return {"by": factories.actor(admin), "today": TODAY}


def verbs(day: date) -> list[str]:
    return [event.verb for event in Event.objects.of(calendar.get(day=day))]


def test_a_day_set_free_is_free_and_the_history_says_by_whom_and_why(by, admin):
    exception = calendar.set_day(MONDAY, is_working=False, reason="Thông báo 12/TB-UBND", **by)

    assert not calendar.calendar().is_working_day(MONDAY)
    event = Event.objects.of(exception).get()
    assert (event.verb, event.actor, event.reason) == ("calendar_changed", admin, "Thông báo 12/TB-UBND")
    assert (event.before["is_working"], event.after["is_working"], event.after["day"]) == (
        True, False, "2022-08-22",
    )  # fmt: skip


def test_swapped_days_change_together(by):
    calendar.swap(day_off=MONDAY, worked_on=SATURDAY, reason="Hoán đổi", **by)

    own = calendar.calendar()
    assert (own.is_working_day(MONDAY), own.is_working_day(SATURDAY)) == (False, True)
    assert verbs(MONDAY) == verbs(SATURDAY) == ["calendar_changed"]


@pytest.mark.parametrize(
    ("day_off", "worked_on", "field"),
    [
        (SATURDAY, date(2022, 8, 27), "day_off"),
        (HOLIDAY, SATURDAY, "day_off"),
        (MONDAY, date(2022, 8, 23), "worked_on"),
        (MONDAY, MONDAY, "worked_on"),
        (MONDAY, date(1999, 12, 25), "worked_on"),
        (None, SATURDAY, "day_off"),
    ],
)
def test_an_impossible_swap_changes_neither_day(day_off, worked_on, field, by):
    with pytest.raises(Invalid) as refusal:
        calendar.swap(day_off=day_off, worked_on=worked_on, reason="Hoán đổi", **by)

    assert list(refusal.value.errors) == [field]
    assert not calendar.exists()


def test_a_restored_day_follows_what_is_published_and_keeps_its_history(by):
    calendar.set_day(MONDAY, is_working=False, reason="Bão", **by)
    calendar.restore(MONDAY, reason="Bão đổi hướng", **by)

    assert calendar.calendar().is_working_day(MONDAY)
    assert verbs(MONDAY) == ["calendar_changed", "calendar_restored"]


def test_a_restored_day_can_be_set_again_and_goes_on_with_its_history(by):
    for reason in ("Bão số 4", "Bão số 5"):
        calendar.set_day(MONDAY, is_working=False, reason=reason, **by)
        calendar.restore(MONDAY, reason="Đã tan", **by)

    assert verbs(MONDAY) == ["calendar_changed", "calendar_restored"] * 2
    assert calendar.count() == 1


def test_the_reason_of_an_exception_can_be_mended(by):
    calendar.set_day(MONDAY, is_working=False, reason="TB 12", **by)
    calendar.set_day(MONDAY, is_working=False, reason="Thông báo 12/TB-UBND", **by)

    assert calendar.get().reason == "Thông báo 12/TB-UBND"
    assert [event.before["reason"] for event in Event.objects.of(calendar.get())] == ["", "TB 12"]


@pytest.mark.parametrize(
    ("day", "is_working", "reason", "field"),
    [
        (MONDAY, True, "Làm việc", "is_working"),
        (SATURDAY, False, "Nghỉ", "is_working"),
        (HOLIDAY, False, "Quốc khánh", "is_working"),
        (MONDAY, False, "", "reason"),
        (MONDAY, False, "  \n", "reason"),
        (MONDAY, False, "x" * 201, "reason"),
        (date(1999, 12, 31), False, "Nghỉ", "day"),
        (date(2101, 1, 3), False, "Nghỉ", "day"),
        ("2022-08-22", False, "Nghỉ", "day"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_leaves_no_row(day, is_working, reason, field, by):
    with pytest.raises(Invalid) as refusal:
        calendar.set_day(day, is_working=is_working, reason=reason, **by)

    assert list(refusal.value.errors) == [field]
    assert not calendar.exists()


def test_setting_an_exception_to_what_it_is_or_to_what_is_published_is_refused(by):
    calendar.set_day(MONDAY, is_working=False, reason="Bão", **by)

    for is_working in (False, True):
        with pytest.raises(Invalid, match="is_working"):
            calendar.set_day(MONDAY, is_working=is_working, reason="Bão", **by)


@pytest.mark.parametrize("day", [MONDAY, HOLIDAY])
def test_only_an_exception_can_be_restored(day, by):
    with pytest.raises(Invalid, match="day"):
        calendar.restore(day, reason="Nhầm", **by)


def test_a_day_that_was_restored_is_no_exception_to_restore(by):
    calendar.set_day(MONDAY, is_working=False, reason="Bão", **by)
    calendar.restore(MONDAY, reason="Đã tan", **by)

    with pytest.raises(Invalid, match="day"):
        calendar.restore(MONDAY, reason="Nhầm", **by)


@pytest.mark.parametrize("who", ["official", "head", "home_affairs", "leader", "inspector"])
def test_only_administrators_change_the_calendar(who, by, request):
    calendar.set_day(SATURDAY, is_working=True, reason="Làm bù", **by)
    other = by | {"by": factories.actor(request.getfixturevalue(who))}

    with pytest.raises(Refused):
        calendar.set_day(MONDAY, is_working=False, reason="Nghỉ", **other)
    with pytest.raises(Refused):
        calendar.swap(day_off=MONDAY, worked_on=date(2022, 8, 27), reason="Hoán đổi", **other)
    with pytest.raises(Refused):
        calendar.restore(SATURDAY, reason="Nghỉ", **other)


@pytest.mark.django_db(transaction=True)
def test_four_administrators_who_set_one_day_together_make_one_exception(by):
    def change(number: int) -> str:
        try:
            calendar.set_day(MONDAY, is_working=False, reason="Bão", **by)
        except Invalid:
            return "is so already"
        return "changed"

    assert sorted(together(4, change)) == ["changed", *["is so already"] * 3]
    assert verbs(MONDAY) == ["calendar_changed"]


@pytest.mark.parametrize(
    ("year", "holidays"),
    [
        (2022, {(1, 3), (1, 31), (2, 4), (4, 11), (5, 2), (5, 3), (9, 1), (9, 2)}),
        (2026, {(1, 1), (2, 16), (2, 20), (4, 27), (4, 30), (5, 1), (8, 31), (9, 1), (9, 2), (11, 24)}),
        (2027, {(1, 1), (2, 5), (2, 8), (2, 10), (4, 16), (4, 30), (5, 3), (9, 2), (9, 3), (11, 24)}),
    ],
)
def test_the_holidays_of_the_year_are_published(year, holidays):
    assert {date(year, *day) for day in holidays} <= set(published_days(year))
    assert not any(PUBLISHED.is_working_day(date(year, *day)) for day in holidays)


@pytest.mark.parametrize("year", range(2021, 2029))
def test_tet_is_five_working_days_off_or_falls_on_a_weekend_in_part(year):
    names = [day for day, name in published_days(year).items() if "Tết" in name and day.month in (1, 2)]

    assert len(names) >= 6  # New Year's Day, and five days of Tết at least
    assert all(not PUBLISHED.is_working_day(day) for day in names)


def test_a_saturday_worked_for_a_swapped_day_is_published_with_its_name():
    assert date(2026, 8, 22) in published_days(2026)
    assert PUBLISHED.is_working_day(date(2026, 8, 22))
