"""While the card is typed, whatever is sound is kept, once, and never over a colleague's."""

import pytest

from tests import factories
from tests.plans.chain_writing import as_shown, filled, place, submission
from tests.reading import Reader
from tracker import calendar
from tracker.models import Action, Chain, Event


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


@pytest.fixture
def reader(official):
    return Reader(official)


def changed_by(person, weakness, words: str) -> None:
    """A colleague writes a cause into the same card."""
    chain = Chain(cause={"c1": {"kind": "external", "statement": words}})
    weakness.refresh_from_db()
    submission().write_chain(weakness, chain, by=factories.actor(person), today=factories.IN_JUNE)


def test_it_keeps_the_rows_and_answers_the_new_version(reader, weakness, official):
    answer = reader.post(place(weakness, "tu-luu/"), filled(reader, weakness, official))
    weakness.refresh_from_db()

    assert answer.status_code == 200 and weakness.actions.get().owner == official
    assert (
        f'name="version" value="{weakness.version}" id="id_version" hx-swap-oob="true"'
        in answer.content.decode()
    )
    assert 'id="hints-a1"' in answer.content.decode()


def test_sent_again_and_again_it_writes_one_row_and_one_line_of_history(reader, weakness, official):
    words = filled(reader, weakness, official)
    for _ in range(3):
        assert reader.post(place(weakness, "tu-luu/"), words).status_code == 200

    assert weakness.causes.count() == 1 and Event.objects.of(weakness).filter(verb="written").count() == 1


def test_what_is_sound_is_kept_and_the_rest_gets_a_word_beside_it(reader, weakness, official):
    typed = {"action-a1-due_on": "31/6/2026", "cause-c1-kind": "divine"}
    answer = reader.post(place(weakness, "tu-luu/"), filled(reader, weakness, official, **typed))

    page = answer.content.decode()
    assert weakness.actions.get().due_on is None and weakness.responsibilities.exists()
    assert 'id="id_action-a1-due_on_error"' in page and 'href="#id_action-a1-due_on"' in page


def test_an_invalid_date_leaves_the_date_that_was_kept(reader, weakness, official):
    reader.post(place(weakness, "tu-luu/"), filled(reader, weakness, official))
    reader.post(place(weakness, "tu-luu/"), as_shown(reader, weakness) | {
        "action-a1-due_on": "01/01/2020", "action-a1-statement": "Chữ mới"})  # fmt: skip

    action = weakness.actions.get()
    assert (action.due_on, action.statement) == (factories.DUE, "Chữ mới")


def test_a_row_nobody_began_is_neither_written_nor_complained_of(reader, weakness):
    answer = reader.post(place(weakness, "tu-luu/"), as_shown(reader, weakness))

    assert "_error" not in answer.content.decode()
    assert not weakness.causes.exists() and not weakness.actions.exists()


def test_a_colleague_who_was_faster_is_named_and_keeps_his_words(reader, weakness, official, head):
    words = filled(reader, weakness, official)
    changed_by(head, weakness, "Lời của lãnh đạo")
    answer = reader.post(place(weakness, "tu-luu/"), words)

    assert answer.status_code == 409 and "Lê Thị Hòa" in answer.content.decode()
    assert weakness.causes.get().statement == "Lời của lãnh đạo"


def test_his_own_earlier_save_does_not_overtake_the_writer(reader, weakness, official):
    words = filled(reader, weakness, official)
    reader.post(place(weakness, "tu-luu/"), words | {"cause-c1-statement": "Đang gõ dở"})
    answer = reader.post(place(weakness), words | {"cause-c1-statement": "Đã gõ xong"})

    assert answer.status_code == 303 and weakness.causes.get().statement == "Đã gõ xong"


def test_without_the_version_nothing_is_written(reader, weakness, official):
    words = {name: value for name, value in filled(reader, weakness, official).items() if name != "version"}

    assert reader.post(place(weakness, "tu-luu/"), words).status_code == 409
    assert not weakness.causes.exists()


def test_after_the_log_in_ended_it_answers_401_and_writes_nothing(reader, weakness, official):
    words = filled(reader, weakness, official)
    reader.logout()

    assert reader.post(place(weakness, "tu-luu/"), words).status_code == 401
    assert not weakness.causes.exists()


def test_another_unit_and_those_who_only_watch_write_nothing(
    reader, weakness, official, foreign_official, home_affairs
):
    words = filled(reader, weakness, official)

    assert Reader(foreign_official).post(place(weakness, "tu-luu/"), words).status_code == 404
    assert Reader(home_affairs).post(place(weakness, "tu-luu/"), words).status_code == 409
    assert not Action.objects.filter(weakness=weakness).exists()


def test_the_conflict_page_shows_both_texts_and_loses_neither(reader, weakness, official, head):
    words = filled(reader, weakness, official)
    changed_by(head, weakness, "Lời của lãnh đạo")
    page = reader.post(place(weakness), words)
    text = page.content.decode()

    assert page.status_code == 409 and "Lê Thị Hòa" in text
    assert "Lời của lãnh đạo" in text and "Chưa phân công rõ" in text and "Số hóa 40 văn bản" in text
    assert [each.theirs for each in page.context["differing"] if each.mine.startswith("Chưa")] == [
        "Lời của lãnh đạo"
    ]


def test_keeping_mine_writes_it_on_top_and_the_other_text_stays_in_the_history(
    reader, weakness, official, head
):
    words = filled(reader, weakness, official)
    changed_by(head, weakness, "Lời của lãnh đạo")
    page = reader.post(place(weakness), words)
    mine = dict(page.context["typed"]) | {
        "version": page.context["weakness"].version, "idempotency": page.context["note"]["idempotency"]}  # fmt: skip

    assert reader.post(place(weakness), mine).status_code == 303
    assert weakness.causes.get().statement.startswith("Chưa phân công")
    assert "Lời của lãnh đạo" in str(Event.objects.of(weakness).last().before)


def test_keeping_theirs_puts_mine_into_the_history_as_a_note(reader, weakness, official, head):
    words = filled(reader, weakness, official)
    changed_by(head, weakness, "Lời của lãnh đạo")
    note = reader.post(place(weakness), words).context["note"]
    answer = reader.post(place(weakness, "ghi-chu/"), note)

    kept = Event.objects.of(weakness).last()
    assert answer.status_code == 303 and kept.verb == "noted"
    assert "Chưa phân công rõ" in kept.reason and "Số hóa 40 văn bản" in kept.reason
    assert weakness.causes.get().statement == "Lời của lãnh đạo"


def test_who_changed_the_card_in_the_last_ten_minutes_is_named_to_others_only(reader, weakness, head):
    changed_by(head, weakness, "Lời của lãnh đạo")

    assert reader.get(place(weakness)).context["colleague"].actor == head
    assert Reader(head).get(place(weakness)).context["colleague"] is None
