"""Many units at once: each for itself, the outcome of each told, nothing done twice."""

from datetime import timedelta

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import actor
from tests.plans.board_units import lived, make_units
from tests.plans.present import soon
from tests.reading import Reader, in_english, text
from tracker import calendar
from tracker.models import Event, Review, Unit

PLACE = "/ban-nop/2021/"
DATES, EXEMPTIONS, EXPECTATIONS = f"{PLACE}han-rieng/", f"{PLACE}mien-nop/", f"{PLACE}nop-lai/"


@pytest.fixture
def board(home_affairs):
    make_units()
    in_english(home_affairs)
    return lived(factories.review(home_affairs))


def ticked(place: str, *codes: str, query: str = "") -> str:
    return f"{place}?{'&'.join(f'unit={code}' for code in codes)}&{query}"


def words(reader, address: str, **typed) -> dict:
    form = reader.get(address).context["form"]
    return {name: form[name].value() for name in ("seen", "idempotency")} | {"reason": "Thiên tai"} | typed


def submission(code: str) -> Submission:
    return Submission.objects.select_related("review", "unit").get(unit__code=code)


def told(reader) -> str:
    """What the board says after the change."""
    return " ".join(str(message) for message in reader.get(PLACE).context["messages"])


def test_the_page_names_the_units_and_for_which_it_is_not_possible_and_why(board, home_affairs):
    page = Reader(home_affairs).get(ticked(DATES, "U1", "U5", "U4", "U7"))

    assert [each.unit.code for each in page.context["ticked"].taken] == ["U1", "U5"]
    assert [each.unit.code for each, _reason in page.context["ticked"].skipped] == ["U4", "U7"]
    assert "It has handed in: the state is “Submitted”." in text(page) and "It need not hand in." in text(
        page
    )
    assert "Own deadline for 2 units" in text(page)


def test_the_units_get_the_date_and_one_is_led_back_to_the_board_as_it_was(board, home_affairs):
    reader, address = Reader(home_affairs), ticked(DATES, "U1", "U2", query="state=missing&view=table")
    answer = reader.post(address, words(reader, address, due_on=soon(20)))

    assert (answer.status_code, answer["Location"]) == (303, f"{PLACE}?state=missing&view=table")
    assert "2 units got the date" in told(reader)
    granted = calendar.today() + timedelta(days=20)
    assert [submission(code).due_on for code in ("U1", "U2", "U3")] == [granted, granted, None]


def test_one_refusal_stops_none_of_the_others_and_is_named_with_its_reason(
    board, home_affairs, second_home_affairs
):
    reader, address = Reader(home_affairs), ticked(DATES, "U1", "U2", "U3")
    typed = words(reader, address, due_on=soon(20))
    submission("U2").exempt(by=actor(second_home_affairs), today=calendar.today(), reason="Sáp nhập")
    reader.post(address, typed)

    said = told(reader)
    assert "2 units got the date" in said
    assert "1 unit was left as it is: Sở Giáo dục – It need not hand in." in said
    assert submission("U2").due_on is None and submission("U3").due_on is not None


def test_what_a_colleague_has_just_changed_is_left_and_named(board, home_affairs, second_home_affairs):
    reader, address = Reader(home_affairs), ticked(DATES, "U1", "U2")
    typed = words(reader, address, due_on=soon(20))
    first = calendar.today() + timedelta(days=12)
    submission("U1").grant_date(
        by=actor(second_home_affairs), today=calendar.today(), due_on=first, reason="Bão"
    )
    reader.post(address, typed)

    assert "somebody has just changed it" in told(reader)
    assert submission("U1").due_on == first and submission("U2").due_on != first


def test_a_unit_that_has_that_date_already_is_named_and_the_others_get_it(board, home_affairs):
    Submission.objects.filter(unit__code="U1").update(due_on=calendar.today() + timedelta(days=20))
    reader, address = Reader(home_affairs), ticked(DATES, "U1", "U2")
    reader.post(address, words(reader, address, due_on=soon(20)))

    assert "Sở Đất đai – That is its deadline already." in told(reader)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"due_on": "31/02/2026"}, "due_on"),
        ({"due_on": ""}, "due_on"),
        ({"due_on": "01/01/2020"}, "due_on"),
        ({"reason": " "}, "reason"),
    ],
)
def test_bad_input_is_told_beside_its_field_keeps_what_was_typed_and_can_be_mended(
    typed, field, board, home_affairs
):
    reader, address = Reader(home_affairs), ticked(DATES, "U1", "U2")
    good = words(reader, address, due_on=soon(20), reason="Mưa lũ kéo dài")
    answer = reader.post(address, good | typed)

    assert answer.status_code == 422 and field in answer.context["form"].errors
    assert (good | typed)["reason"].strip() in text(answer)
    assert not Event.objects.filter(verb="date_granted").exists()
    assert reader.post(address, good).status_code == 303


def test_a_double_click_changes_each_unit_once_and_says_the_same(board, home_affairs):
    reader, address = Reader(home_affairs), ticked(EXEMPTIONS, "U1", "U2")
    typed = words(reader, address)
    answers = [reader.post(address, typed).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert Event.objects.filter(verb="exempted").count() == 2
    assert "left as" not in told(reader)


def test_the_same_form_with_other_words_is_asked_again(board, home_affairs):
    reader, address = Reader(home_affairs), ticked(DATES, "U1")
    typed = words(reader, address, due_on=soon(20))
    reader.post(address, typed)
    again = reader.post(address, typed | {"due_on": soon(25)})

    assert again.status_code == 422
    assert submission("U1").due_on == calendar.today() + timedelta(days=20)


def test_exempt_units_are_expected_again_with_a_date_once_that_of_all_is_over(board, home_affairs):
    Review.objects.filter(pk=board.pk).update(submissions_due_on=calendar.today() - timedelta(days=1))
    reader, address = Reader(home_affairs), ticked(EXPECTATIONS, "U7", "U1")
    assert reader.post(address, words(reader, address)).status_code == 422

    reader.post(address, words(reader, address, due_on=soon(9)))
    assert submission("U7").state == "not_started"
    assert "1 unit is to hand in after all." in told(reader)


def test_when_it_is_possible_for_none_the_page_says_why_and_asks_for_nothing(board, home_affairs):
    page = Reader(home_affairs).get(ticked(EXEMPTIONS, "U4", "U6"))

    assert "It has gone too far for that" in text(page) and 'id="verb-form"' not in text(page)


def test_without_a_tick_one_is_led_back_with_a_word(board, home_affairs):
    answer = Reader(home_affairs).get(f"{DATES}?view=table", follow=True)

    assert answer.redirect_chain[0][0] == f"{PLACE}?view=table"
    assert "Tick the units on the board first." in text(answer)


def test_a_unit_of_another_year_or_none_at_all_is_not_touched(board, home_affairs):
    assert Reader(home_affairs).get(ticked(DATES, "NOWHERE")).status_code == 302
    assert Reader(home_affairs).get(ticked("/ban-nop/1999/han-rieng/", "U1")).status_code == 404


@pytest.mark.parametrize("who", ["leader", "inspector", "admin", "official", "head"])
@pytest.mark.parametrize("place", [DATES, EXEMPTIONS, EXPECTATIONS])
def test_only_home_affairs_opens_these_pages(who, place, board, request):
    assert Reader(request.getfixturevalue(who)).get(ticked(place, "U1")).status_code == 403


@pytest.mark.parametrize("seen", ["x", "1:", ":", "1:²", ""])
def test_a_spoilt_form_is_answered_and_changes_nothing(seen, board, home_affairs):
    reader, address = Reader(home_affairs), ticked(EXEMPTIONS, "U1")
    answer = reader.post(address, words(reader, address) | {"seen": seen})

    assert answer.status_code == 422
    assert submission("U1").state == "not_started"


def test_the_unit_finds_the_decision_and_its_reason_on_its_own_page(board, home_affairs):
    official = factories.person("u1@sample.test", "Lê Văn Một", "official", Unit.objects.get(code="U1"))
    in_english(official)
    reader, address = Reader(home_affairs), ticked(DATES, "U1")
    reader.post(address, words(reader, address, due_on=soon(20), reason="Mưa lũ kéo dài"))

    page = text(Reader(official).get("/viec-cua-toi/"))
    assert "Mưa lũ kéo dài" in page and "gave the unit its own deadline" in page
