"""Rows are asked for, copied and taken out; without JavaScript the same buttons save and come back."""

import re

import pytest

from tests import factories
from tests.plans.chain_writing import as_shown, filled, place
from tests.reading import Reader
from tracker import calendar


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


@pytest.fixture
def reader(official):
    return Reader(official)


@pytest.mark.parametrize("part", ["cause", "responsibility", "action"])
def test_a_new_row_comes_under_a_key_of_its_own_and_saves_nothing(reader, weakness, part):
    words = filled(reader, weakness) | {"do": f"add-{part}"}
    rows = [reader.post(place(weakness, "dong/"), words).content.decode() for _ in range(2)]
    keys = [re.search(rf'name="{part}" value="(\w+)"', row)[1] for row in rows]

    assert keys[0] != keys[1] and all("autofocus" in row for row in rows)
    assert not weakness.actions.exists() and not weakness.causes.exists()


def test_a_copy_has_the_words_that_stand_on_the_screen(reader, weakness, official):
    words = filled(reader, weakness, official) | {"do": "copy-action-a1"}
    row = reader.post(place(weakness, "dong/"), words).content.decode()

    assert "Số hóa 40 văn bản minh chứng" in row and 'value="31/08/2022"' in row
    assert 'name="action" value="a1"' not in row


def test_a_button_that_asks_for_no_row_finds_nothing(reader, weakness):
    assert reader.post(place(weakness, "dong/"), {"do": "paint-action-a1"}).status_code == 404
    assert reader.get(place(weakness, "dong/")).status_code == 405


def test_without_javascript_adding_saves_and_comes_back_at_the_new_row(reader, weakness, official):
    answer = reader.post(place(weakness), filled(reader, weakness, official) | {"do": "add-action"})
    anchor = answer.url.partition("#")[2]
    page = reader.get(answer.url)

    assert answer.status_code == 303 and weakness.actions.count() == 1
    assert f'id="{anchor}"' in page.content.decode() and len(page.context["form"].rows["action"]) == 2


def test_without_javascript_a_copy_is_filled_in_and_not_yet_saved(reader, weakness, official):
    answer = reader.post(place(weakness), filled(reader, weakness, official) | {"do": "copy-action-a1"})
    copy = reader.get(answer.url).context["form"].rows["action"][-1]

    assert copy["statement"].value() == "Số hóa 40 văn bản minh chứng" and weakness.actions.count() == 1


def test_without_javascript_removing_saves_the_rest_and_repeats_the_words(reader, weakness, official):
    reader.post(place(weakness), filled(reader, weakness, official))
    words = as_shown(reader, weakness) | {"do": "remove-cause-c1", "action-a1-statement": "Chữ mới"}
    page = reader.post(place(weakness), words, follow=True)

    assert not weakness.causes.exists() and weakness.actions.get().statement == "Chữ mới"
    assert "Chưa phân công rõ người trực thay." in page.content.decode()


def test_a_key_that_no_form_gives_out_is_ignored(reader, weakness, official):
    words = filled(reader, weakness, official) | {"cause": ["../c1", "C1", "x" * 40]}

    assert reader.post(place(weakness), words).status_code == 303
    assert not weakness.causes.exists()


def test_people_are_offered_by_given_name_and_only_those_of_the_unit(
    reader, weakness, environment, foreign_official
):
    factories.person("an@sample.test", "Vũ Thị An", "official", environment)
    form = reader.get(place(weakness)).context["form"]

    offered = [label for key, label in form.rows["action"][0].fields["owner"].choices if key]
    assert offered == ["Vũ Thị An", "Trần Quốc Khởi"]
