"""Chasing many units with one text: chosen, read as each will read it, sent once, with what could not be sent."""

import secrets
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from notifications.models import Chase, Hold
from tests import factories
from tests.notifications.test_chase_pages import in_english
from tests.reading import Reader, text

MANY, PREVIEW = "/don-doc/moi/", "/don-doc/moi/xem-truoc/"
WORDS = "Đề nghị {đơn vị} hoàn thành {số việc} việc, chậm nhất {lâu nhất}."


@pytest.fixture
def desk(home_affairs, action, head) -> Reader:
    """Bình; the action of STNMT is long overdue by now."""
    return in_english(home_affairs)


@pytest.fixture
def theirs(review, health, foreign_official, home_affairs):
    """Two overdue actions of SYT, which has an official and no head."""
    weakness = factories.weakness(review, health, home_affairs)
    return [factories.tracked_action(weakness, foreign_official, home_affairs) for _ in range(2)]


@pytest.fixture
def deserted(review, home_affairs):
    """A unit that owes an action and has nobody who could log in."""
    unit = factories.unit("SCT", "Sở Công Thương")
    owner = factories.person("cu@sample.test", "Người Cũ", "official", unit)
    factories.tracked_action(factories.weakness(review, unit, home_affairs), owner, home_affairs)
    type(owner).objects.filter(pk=owner.pk).update(is_active=False)
    return unit


def test_units_that_can_be_chased_are_ticked_and_the_others_say_why(desk, theirs, deserted, letter_to_health):
    page = text(desk.get(f"{MANY}?about=overdue"))

    assert _ticked(page) == ["STNMT"]
    assert "Nobody in this unit can log in" in page
    assert "It is possible again from" in page
    assert 'value="SCT"' not in page and 'value="SYT"' not in page


def test_only_the_units_asked_for_are_ticked_and_others_wait_unticked(desk, theirs):
    page = text(desk.get(f"{MANY}?about=overdue&unit=SYT"))

    assert _ticked(page) == ["SYT"]
    assert 'value="STNMT">' in page
    assert "1 other unit that owes something" in page


def test_where_none_can_be_chased_now_no_button_leads_on(desk):
    address = f"{MANY}?about=overdue&unit=STNMT"
    assert "Go on: text and preview" in text(desk.get(address))
    desk.post(MANY, _typed("STNMT"))
    page = text(desk.get(address))

    assert "None of these can be chased now" in page and "Go on: text and preview" not in page


@pytest.mark.parametrize(
    ("is_held", "told"), [(False, "leave at once"), (True, "wait, because sending is held")]
)
def test_one_is_told_whether_the_mails_leave(is_held, told, desk, theirs, home_affairs):
    if is_held:
        by = factories.actor(home_affairs)
        Hold.objects.begin(by=by, today=timezone.localdate(), cause="by_hand", note="Kiểm tra")
    answer = desk.post(MANY, _typed("STNMT", "SYT"))
    page = text(desk.get(answer["Location"]))

    assert "2 units are chased." in page and told in page


def test_a_unit_with_nothing_to_chase_is_named_with_the_reason(desk, health):
    page = text(desk.get(f"{MANY}?about=overdue&unit=SYT"))

    assert "This unit has nothing overdue, so there is nothing to chase." in page
    assert _ticked(page) == []


def test_where_nobody_owes_anything_the_page_says_so(home_affairs, review):
    assert "There is nobody to chase." in text(in_english(home_affairs).get(f"{MANY}?about=overdue"))


def test_going_on_without_a_unit_is_said_and_nothing_is_ticked_behind_ones_back(desk):
    page = desk.get(f"{MANY}?about=overdue&level=letter")

    assert page.status_code == 422
    assert "Choose at least one unit." in text(page) and _ticked(text(page)) == []


@pytest.mark.parametrize("level", ["reminder", "chasing", "letter"])
@pytest.mark.parametrize("about", ["overdue", "submission"])
def test_every_level_and_subject_has_a_text_that_fits_each_unit(desk, theirs, about, level):
    page = desk.get(f"{MANY}?about={about}&level={level}&unit=STNMT&unit=SYT")

    letters = {occasion.unit.code: words for occasion, words in page.context["form"].letters}
    assert "Sở Tài nguyên và Môi trường" in letters["STNMT"] and "Sở Y tế" in letters["SYT"]
    assert not [words for words in letters.values() if "{" in words]
    assert "Send 2 letters" in text(page)


def test_each_letter_is_shown_as_its_unit_will_read_it(desk, theirs):
    page = text(desk.post(PREVIEW, _typed("STNMT", "SYT")))

    assert "Đề nghị Sở Tài nguyên và Môi trường hoàn thành 1 việc" in page
    assert "Đề nghị Sở Y tế hoàn thành 2 việc" in page
    assert all(action.ref in page for action in theirs)
    assert not Chase.objects.exists()


def test_a_place_nobody_knows_is_refused_with_those_that_are_known(desk, theirs):
    for place in (PREVIEW, MANY):
        page = desk.post(place, _typed("STNMT", "SYT", words="Gửi {quý vị}"))
        assert page.status_code == 422
        assert "Nobody knows what to write for {quý vị}. Known are: {đơn vị}, {số việc}, {lâu nhất}." in text(
            page
        )
    assert not Chase.objects.exists()


def test_every_unit_gets_its_own_letter_and_all_of_them_one_batch(desk, theirs):
    answer = desk.post(MANY, _typed("STNMT", "SYT", level="letter"))

    letters = {letter.unit.code: letter for letter in Chase.objects.all()}
    (batch,) = {letter.batch for letter in letters.values()}
    assert answer["Location"] == f"/don-doc/?batch={batch}"
    assert letters["SYT"].words.startswith("Đề nghị Sở Y tế hoàn thành 2 việc")
    assert {letter.level for letter in letters.values()} == {"letter"}
    assert len(desk.get(answer["Location"]).context["page"].rows) == 2


def test_what_could_not_be_sent_is_told_with_the_reason_and_the_rest_is_sent(desk, theirs, deserted):
    answer = desk.post(MANY, _typed("STNMT", "SCT", "SYT"))
    page = text(desk.get(answer["Location"]))

    assert "Sent 2, could not send 1 – see why below." in page
    assert "Sở Công Thương: Nobody in this unit can log in" in page
    assert sorted(Chase.objects.values_list("unit__code", flat=True)) == ["STNMT", "SYT"]


def test_the_same_form_sent_twice_sends_nothing_twice_and_tells_the_same(desk, theirs, deserted):
    typed = _typed("STNMT", "SCT", "SYT")
    first, second = (desk.post(MANY, typed) for _ in range(2))

    assert (second.status_code, second["Location"]) == (303, first["Location"])
    assert "could not send 1" in text(desk.get(second["Location"]))
    assert Chase.objects.count() == 2


def test_a_used_key_with_other_words_is_asked_about_instead_of_lost(desk, theirs):
    typed = _typed("STNMT")
    desk.post(MANY, typed)
    again = desk.post(MANY, typed | {"unit": ["SYT"]})

    assert again.status_code == 422
    assert again.context["form"]["idempotency"].value() != typed["idempotency"]
    assert Chase.objects.count() == 1


def test_when_nobody_can_be_chased_any_more_the_words_are_kept_on_the_page(desk, theirs, second_home_affairs):
    in_english(second_home_affairs).post(MANY, _typed("STNMT", "SYT"))
    late = desk.post(MANY, _typed("STNMT", "SYT", words="Chữ của Bình"))

    assert late.status_code == 409
    assert "No letter was sent." in text(late) and "Chữ của Bình" in text(late)
    assert Chase.objects.count() == 2


def test_the_choice_of_units_costs_as_many_questions_for_three_as_for_one(desk, theirs, deserted):
    for one, three in (
        ("?unit=STNMT", "?unit=STNMT&unit=SYT&unit=SCT"),
        ("?level=chasing&unit=STNMT", "?level=chasing&unit=STNMT&unit=SYT&unit=SCT"),
    ):
        desk.get(f"{MANY}{one}")
        assert _questions(desk, f"{MANY}{three}") <= _questions(desk, f"{MANY}{one}")


@pytest.fixture
def letter_to_health(theirs, health, home_affairs):
    now = timezone.now() - timedelta(hours=3)
    return Chase.objects.send(health, by=factories.actor(home_affairs), now=now, words="Gấp")


def _typed(*codes: str, words: str = WORDS, about: str = "overdue", level: str = "chasing") -> dict:
    chosen = {"about": about, "level": level, "unit": list(codes)}
    return chosen | {"words": words, "idempotency": secrets.token_urlsafe(18)}


def _ticked(page: str) -> list[str]:
    """The codes of the boxes that are ticked."""
    boxes = [part.partition(">")[0] for part in page.split('type="checkbox" name="unit"')[1:]]
    return [box.split('"')[1] for box in boxes if "checked" in box]


def _questions(reader: Reader, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        reader.get(address)
    return len(asked)
