"""A new year is prepared in five steps, each kept at once; the dates are proposed, and bad ones get a clear answer."""

from datetime import date

import pytest

from tests import factories
from tests.factories import SUMMER, actor
from tests.reading import Reader, in_english, text
from tracker.forms.verb import VerbForm
from tracker.models import Review, Unit, WorkingDayException

HERE = "/dot-danh-gia/"
YEAR = "/dot-danh-gia/2022/"
READ = ("", "2021/", "2021/don-vi/", "2021/han-che/")
DATES = {"conference_on": "09/06/2023", "submissions_due_on": "22/06/2023", "plan_due_on": "31/07/2023"}


@pytest.fixture
def desk(review, home_affairs, second_home_affairs) -> Reader:
    """Home Affairs at the pages, in English; the review of 2021 is there and open."""
    in_english(home_affairs, second_home_affairs)
    return Reader(home_affairs)


@pytest.fixture
def preparing(desk) -> Review:
    assert desk.fill_in(f"{HERE}moi/", year=2022, **DATES).status_code == 303
    return Review.objects.get(year=2022)


def test_the_list_names_every_review_and_only_home_affairs_begins_one(desk, leader):
    page = text(desk.get(HERE))

    assert 'href="/dot-danh-gia/2021/"' in page and 'href="/dot-danh-gia/moi/"' in page
    assert 'href="/dot-danh-gia/moi/"' not in text(Reader(leader).get(HERE))


@pytest.mark.parametrize(
    "part", ["", "moi/", "2021/", "2021/don-vi/", "2021/han-che/", "2021/han-che/moi/", "2021/mo/"]
)
def test_units_have_no_business_here_and_those_who_watch_only_read(
    part, review, official, head, leader, inspector
):
    reading = 200 if part in READ else 403

    assert [Reader(person).get(HERE + part).status_code for person in (official, head)] == [403, 403]
    assert [Reader(person).get(HERE + part).status_code for person in (leader, inspector)] == [reading] * 2


def test_a_year_that_is_not_there_is_not_found(desk):
    parts = (
        "",
        "thong-tin/",
        "don-vi/",
        "han-che/",
        "han-che/moi/",
        "han-che/nam-truoc/",
        "han-che/HC-1-1/",
        "mo/",
    )

    assert {desk.get(f"/dot-danh-gia/1999/{part}").status_code for part in parts} == {404}
    assert desk.get("/dot-danh-gia/99999999/").status_code == 404


def test_the_dates_of_last_year_are_proposed_a_year_on_and_never_on_a_day_off(desk):
    page = desk.get(f"{HERE}moi/")
    form = page.context["form"]

    assert [form[name].value() for name in ("year", *DATES)] == [
        2022, date(2023, 6, 12), date(2023, 6, 22), date(2023, 7, 31),
    ]  # fmt: skip
    assert "Thursday" in text(page)  # 10/06/2023 is a Saturday, the 12th a Monday


def test_without_any_review_the_usual_dates_are_proposed(home_affairs):
    form = Reader(home_affairs).get(f"{HERE}moi/").context["form"]

    assert form["conference_on"].value().month == 6 and form["plan_due_on"].value().month in (7, 8)
    assert "Reviews" in text(Reader(home_affairs).get(f"{HERE}?lang=en", follow=True))


def test_the_29th_of_february_has_a_year_on(desk):
    later = {"submissions_due_on": date(2024, 6, 21), "plan_due_on": date(2024, 7, 31)}
    Review.objects.update(year=2023, conference_on=date(2024, 2, 29), **later)

    assert desk.get(f"{HERE}moi/").context["form"]["conference_on"].value() == date(2025, 2, 28)


def test_a_new_year_brings_the_units_and_groups_along(preparing, review):
    units = [(each.unit_id, each.group_id) for each in preparing.assessed_units.order_by("unit")]

    assert units == [(each.unit_id, each.group_id) for each in review.assessed_units.order_by("unit")]
    assert preparing.state == "preparing"


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"year": 2021}, "year", "There is a review of 2021 already"),
        ({"year": 22}, "year", "four digits"),
        ({"year": 99999}, "year", "four digits"),
        ({"year": "năm"}, "year", "four digits"),
        ({"conference_on": "31/02/2023"}, "conference_on", "day/month/year"),
        ({"conference_on": "09/06/2022"}, "conference_on", "once that year is over"),
        ({"plan_due_on": "31/12/9999"}, "plan_due_on", "Check the year of this date"),
        ({"submissions_due_on": "01/06/2023"}, "submissions_due_on", "before the conference"),
        ({"plan_due_on": "21/06/2023"}, "plan_due_on", "later date"),
        ({"plan_due_on": ""}, "plan_due_on", "cannot stay empty"),
    ],
)
def test_impossible_dates_get_one_clear_answer_and_typed_text_stays(wrong, field, says, desk):
    typed = {"year": 2022} | DATES | wrong
    page = desk.fill_in(f"{HERE}moi/", **typed)

    assert page.status_code == 422 and set(page.context["form"].errors) == {field}
    assert says in text(page)
    assert page.context["form"][field].value() == str(wrong[field])
    assert Review.objects.count() == 1


def test_a_second_click_begins_the_year_once(desk):
    form = desk.get(f"{HERE}moi/").context["form"]
    typed = {"year": 2022, "idempotency": form["idempotency"].value()} | DATES

    assert [desk.post(f"{HERE}moi/", typed).status_code for _ in range(2)] == [303, 303]
    assert Review.objects.filter(year=2022).count() == 1


def test_a_deadline_on_a_day_off_is_taken_and_said(desk, preparing, home_affairs):
    WorkingDayException.objects.set_day(
        date(2023, 6, 22), is_working=False, reason="Nghỉ bù", by=_admin(), today=SUMMER
    )
    assert "not a working day; the next one is 23 June 2023" in text(desk.get(f"{YEAR}thong-tin/"))
    assert "not a working day" in text(desk.get(YEAR))


def test_the_steps_say_what_is_done_and_what_comes_next(desk, preparing):
    page = desk.get(YEAR)

    assert [(step.name, step.state) for step in page.context["steps"]] == [
        ("dates", "partly"), ("units", "done"), ("results", "not_yet"), ("weaknesses", "not_yet"),
        ("opening", "not_yet"),
    ]  # fmt: skip
    assert page.context["next"].name == "dates"  # its dates are of years ago
    assert "3 units in 1 groups" in text(page)


def test_the_dates_can_be_corrected_and_so_can_the_year(desk, preparing):
    moved = {
        "year": 2023,
        "conference_on": "10/06/2024",
        "submissions_due_on": "24/06/2024",
        "plan_due_on": "31/07/2024",
    }
    answer = desk.fill_in(f"{YEAR}thong-tin/", **moved)

    assert (answer.status_code, answer.url) == (303, "/dot-danh-gia/2023/")
    assert Review.objects.get(pk=preparing.pk).conference_on == date(2024, 6, 10)


def test_a_colleague_who_was_faster_is_not_overwritten(desk, preparing, second_home_affairs):
    form: VerbForm = desk.get(f"{YEAR}thong-tin/").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    Reader(second_home_affairs).fill_in(
        f"{YEAR}thong-tin/", year=2022, **DATES | {"plan_due_on": "20/07/2023"}
    )
    conflict = desk.post(f"{YEAR}thong-tin/", own | DATES | {"year": 2022, "plan_due_on": "25/07/2023"})

    assert conflict.status_code == 409 and "25/07/2023" in text(conflict)
    assert Review.objects.get(year=2022).plan_due_on == date(2023, 7, 20)


def test_units_are_ticked_and_moved_to_another_group(desk, preparing, environment, health):
    other = factories.group("su_nghiep", "Đơn vị sự nghiệp")
    answer = desk.fill_in(f"{YEAR}don-vi/", **_ticked({environment: other}))

    assert answer.status_code == 303
    assert [(each.unit, each.group) for each in preparing.assessed_units.all()] == [(environment, other)]


def test_without_units_or_without_a_group_nothing_is_saved(desk, preparing, environment):
    none = desk.fill_in(f"{YEAR}don-vi/")
    homeless = desk.fill_in(
        f"{YEAR}don-vi/", **{f"unit-{environment.pk}": "on", f"group-{environment.pk}": ""}
    )
    nonsense = desk.fill_in(
        f"{YEAR}don-vi/", **{f"unit-{environment.pk}": "on", f"group-{environment.pk}": "x"}
    )

    assert [page.status_code for page in (none, homeless, nonsense)] == [422] * 3
    assert "Choose at least one unit" in text(none)
    assert set(homeless.context["form"].errors) == {f"group-{environment.pk}"}
    assert f'id="id_unit-{environment.pk}" checked' in text(homeless)
    assert preparing.assessed_units.count() == 3


def test_a_dissolved_unit_is_explained_with_its_successor(desk, environment):
    heir = factories.unit("SNNMT", "Sở Nông nghiệp và Môi trường")
    environment.successors.add(heir)
    Unit.objects.filter(pk=environment.pk).update(valid_to=date(2023, 2, 28))
    desk.fill_in(f"{HERE}moi/", year=2022, **DATES)
    page = desk.get(f"{YEAR}don-vi/")
    rows = {row.unit.code: row for row in page.context["form"].rows()}

    assert "1 unit of the year before is no more" in text(page) and "replaced by Sở Nông nghiệp" in text(page)
    assert rows["SNNMT"].is_new and rows["SNNMT"].tick.value() and "STNMT" not in rows


def test_an_open_review_is_read_and_no_longer_changed(desk, review):
    page = text(desk.get("/dot-danh-gia/2021/"))
    assert "/dot-danh-gia/2021/mo/" not in page and "thong-tin" not in page and 'href="/ban-nop/' in page
    assert 'type="checkbox"' not in text(desk.get("/dot-danh-gia/2021/don-vi/"))

    form = {"version": review.version, "idempotency": "a-key-of-its-own"}
    late = {
        "year": 2021,
        "conference_on": "10/06/2022",
        "submissions_due_on": "23/06/2022",
        "plan_due_on": "29/07/2022",
    }
    assert desk.post("/dot-danh-gia/2021/thong-tin/", form | late).status_code == 409
    assert desk.post("/dot-danh-gia/2021/don-vi/", form | _ticked_of(review)).status_code == 409


def _ticked(groups: dict) -> dict:
    ticks = {f"unit-{unit.pk}": "on" for unit in groups}
    return ticks | {f"group-{unit.pk}": str(group.pk) for unit, group in groups.items()}


def _ticked_of(review) -> dict:
    return _ticked({each.unit: each.group for each in review.assessed_units.all()})


def _admin():
    of_unit = Unit.objects.get(code="SNV")
    return actor(factories.person("quan@sample.test", "Hồ Văn Quản", "admin", of_unit))
