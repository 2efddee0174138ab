"""A unit asks Home Affairs about an action or a weakness; Home Affairs answers in the same place."""

import pytest

from tests import factories
from tests.reading import Reader, address
from tracker.models import Question


@pytest.fixture
def asked(action, official) -> Question:
    by = factories.actor(official)
    return Question.ask(action, by=by, today=factories.SUMMER, words="Ảnh chụp màn hình có đủ không?")


def page_of(person, action) -> str:
    return Reader(person).get(address(action)).content.decode()


def test_a_question_is_asked_on_the_action_and_answered_there(action, official, home_affairs):
    unit, office = Reader(official), Reader(home_affairs)
    asked = unit.fill_in(address(action, "hoi/"), words="Ảnh chụp màn hình có đủ không?")
    question = Question.objects.get()
    answered = office.fill_in(f"/cau-hoi/{question.pk}/tra-loi/", words="Đủ, kèm ngày chụp.")
    page = page_of(official, action)

    assert [(each.status_code, each.url) for each in (asked, answered)] == [
        (303, f"{address(action)}#trao-doi")
    ] * 2
    assert "Đủ, kèm ngày chụp." in page[page.index('id="trao-doi"') :]
    assert Question.objects.get().answered_on is not None


def test_what_the_unit_adds_opens_the_question_again(asked, official, home_affairs):
    place = f"/cau-hoi/{asked.pk}/tra-loi/"
    Reader(home_affairs).fill_in(place, words="Đủ.")
    Reader(official).fill_in(place, words="Còn bản giấy thì sao?")

    assert list(Question.objects.open()) == [asked]


def test_an_empty_question_is_said_to_be_empty(action, official):
    answer = Reader(official).fill_in(address(action, "hoi/"), words="  ")

    assert answer.status_code == 422 and not Question.objects.exists()


def test_a_question_sent_twice_is_one(action, official):
    reader = Reader(official)
    form = reader.get(address(action, "hoi/")).context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency")} | {"words": "Một lần thôi"}
    answers = [reader.post(address(action, "hoi/"), words).status_code for _ in range(2)]

    assert answers == [303, 303] and Question.objects.count() == 1


def test_a_mistake_in_place_changes_its_own_form_only(action, official):
    reader = Reader(official)
    form = reader.get(address(action, "hoi/")).context["form"]
    words = {name: form[name].value() for name in ("version", "idempotency")} | {"words": ""}
    answer = reader.post(address(action, "hoi/"), words, headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Retarget"]) == (422, "#hoi")
    assert answer.content.decode().lstrip().startswith('<form method="post" id="hoi"')


def test_a_unit_that_only_coordinates_sees_neither_panel_nor_line(asked, action, health, foreign_official):
    action.coordinating_units.add(health)
    page = page_of(foreign_official, action)

    assert "trao-doi" not in page and asked.words not in page
    assert Reader(foreign_official).get(f"/cau-hoi/{asked.pk}/tra-loi/").status_code == 404
    assert Reader(foreign_official).get(address(action, "hoi/")).status_code == 403


def test_those_who_watch_read_the_thread_and_write_nothing(asked, action, leader):
    page = page_of(leader, action)

    assert asked.words in page[page.index('id="trao-doi"') :]
    assert "tra-loi/" not in page and 'id="hoi"' not in page


def test_a_question_about_a_weakness_leads_back_to_its_chain(weakness, official):
    answer = Reader(official).fill_in(f"/han-che/{weakness.ref}/hoi/", words="Số liệu lấy từ đâu?")

    assert answer.status_code == 303
    assert answer.url == f"/ban-nop/2021/STNMT/hc/{weakness.ref}/#trao-doi"
    assert Question.objects.about(weakness).get().unit == weakness.unit


def test_a_weakness_of_another_unit_does_not_exist(weakness, foreign_official):
    assert Reader(foreign_official).get(f"/han-che/{weakness.ref}/hoi/").status_code == 404
