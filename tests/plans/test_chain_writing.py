"""The card of a weakness is written as a whole, by the unit, while the submission is with it."""

from datetime import date

import pytest

from tests import factories
from tests.plans.chain_writing import as_shown, filled, place, submission
from tests.reading import Reader
from tracker import calendar
from tracker.models import Action, Event


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


def test_one_save_writes_causes_responsibility_and_actions(weakness, official):
    reader = Reader(official)
    answer = reader.post(place(weakness), filled(reader, weakness, official))

    action = Action.objects.get(weakness=weakness)
    assert answer.status_code == 303
    assert (action.owner, action.due_on, action.key) == (official, date(2022, 8, 31), "a1")
    assert [each.description for each in action.expected_evidence.all()] == ["Quyết định", "Ảnh chụp"]
    assert [each.statement for each in weakness.causes.all()] == ["Chưa phân công rõ người trực thay."]
    assert weakness.responsibilities.get().person == official
    assert submission().state == "draft"


def test_saving_the_same_rows_twice_writes_them_once(weakness, official):
    reader = Reader(official)
    words = filled(reader, weakness, official)
    reader.post(place(weakness), words)
    reader.post(place(weakness), words)
    again = as_shown(reader, weakness)
    answer = reader.post(place(weakness), again)

    assert answer.status_code == 303
    assert (weakness.causes.count(), weakness.actions.count()) == (1, 1)
    assert Event.objects.of(weakness).filter(verb="written").count() == 1


def test_a_row_that_is_not_sent_stays_and_a_marked_one_goes(weakness, official):
    reader = Reader(official)
    reader.post(place(weakness), filled(reader, weakness, official))
    words = as_shown(reader, weakness)
    del words["cause"]
    answer = reader.post(place(weakness), words | {"action-a1-removed": "1"})

    assert answer.status_code == 303
    assert (weakness.causes.count(), weakness.actions.count()) == (1, 0)


def test_an_unfinished_action_is_kept_without_owner_and_date(weakness, official):
    reader = Reader(official)
    typed = {"action-a1-due_on": "", "action-a1-owner": ""}
    reader.post(place(weakness), filled(reader, weakness, official, **typed))

    action = weakness.actions.get()
    assert (action.due_on, action.owner) == (None, None)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("action-a1-due_on", "31/6/2026"),
        ("action-a1-due_on", "01/06/2022"),
        ("action-a1-statement", ""),
        ("action-a1-statement", "a" * 4001),
        ("cause-c1-statement", "a" * 4001),
        ("cause-c1-kind", "divine"),
        ("responsibility-r1-bearer", ""),
        ("responsibility-r1-bearer", "person-999999"),
        ("action-a1-owner", "999999"),
        ("action-a1-coordinating_units", "999999"),
        ("objection", "a" * 4001),
    ],
)
def test_a_mistake_saves_nothing_names_the_field_and_keeps_what_was_typed(weakness, official, field, text):
    reader = Reader(official)
    page = reader.post(place(weakness), filled(reader, weakness, official) | {field: text})

    assert page.status_code == 422
    assert f'id="id_{field}_error"' in page.content.decode()
    assert [problem.anchor.removesuffix("_0") for problem in page.context["form"].problems] == [f"id_{field}"]
    assert "Chưa phân công rõ" in page.content.decode() or field == "cause-c1-statement"
    assert not weakness.actions.exists() and not weakness.causes.exists()


def test_an_owner_of_another_unit_is_refused_with_words(weakness, official, foreign_official):
    reader = Reader(official)
    typed = {"action-a1-owner": str(foreign_official.pk)}
    page = reader.post(place(weakness), filled(reader, weakness, official, **typed))

    assert page.status_code == 422 and not weakness.actions.exists()


def test_every_mistake_is_shown_at_once_those_of_the_verb_too(weakness, official):
    reader = Reader(official)
    typed = {"action-a1-due_on": "01/06/2022", "cause-c1-kind": "divine", "responsibility-r1-bearer": ""}
    page = reader.post(place(weakness), filled(reader, weakness, official, **typed))

    assert len(page.context["form"].problems) == 3


def test_text_is_kept_in_nfc(weakness, official):
    reader = Reader(official)
    decomposed = "Ho\u0302\u0300 so\u031b  tre\u0302\u0303"
    reader.post(place(weakness), filled(reader, weakness, official, **{"cause-c1-statement": decomposed}))

    assert weakness.causes.get().statement == "Hồ sơ trễ"


def test_the_words_of_home_affairs_are_read_only_and_can_be_objected_to(weakness, official):
    reader = Reader(official)
    typed = {"title": "Tiêu đề khác", "objection": "Số liệu tính trùng 5 hồ sơ."}
    reader.post(place(weakness), filled(reader, weakness, official, **typed))

    weakness.refresh_from_db()
    assert (weakness.title, weakness.objection) == ("Hồ sơ đất đai trễ hạn", "Số liệu tính trùng 5 hồ sơ.")


def test_a_weakness_the_unit_named_is_worded_by_it(review, official):
    by = factories.actor(official)
    found = submission().add_weakness(
        by=by, today=factories.IN_JUNE, title="Một", statement="Hai", index=factories.index()
    )
    other = factories.criterion("X1", factories.index("PAPI"))
    reader = Reader(official)
    page = reader.post(place(found), as_shown(reader, found) | {"title": "Mới", "criterion": other.pk})
    assert page.status_code == 422 and "PAPI" in page.content.decode()

    reader.post(place(found), as_shown(reader, found) | {"title": "Mới", "criterion": ""})
    found.refresh_from_db()
    assert found.title == "Mới"


def test_a_row_of_another_weakness_is_not_touched_by_its_key(
    weakness, official, review, environment, home_affairs
):
    other = factories.weakness(review, environment, home_affairs)
    reader = Reader(official)
    reader.post(place(weakness), filled(reader, weakness, official))
    reader.post(place(other), filled(reader, other, official, **{"cause-c1-statement": "Nguyên nhân khác"}))

    assert weakness.causes.get().statement == "Chưa phân công rõ người trực thay."
    assert other.causes.get().statement == "Nguyên nhân khác"


def test_two_buttons_lead_on_to_the_next_weakness_or_to_the_task_list(
    weakness, official, review, environment, home_affairs
):
    other = factories.weakness(review, environment, home_affairs)
    reader = Reader(official)

    assert reader.post(place(weakness), filled(reader, weakness, official)).url == place(other)
    later = as_shown(reader, weakness) | {"do": "later"}
    assert reader.post(place(weakness), later).url == "/ban-nop/2021/STNMT/"
    assert reader.get(place(weakness)).context["card"].place == 1
