"""Vietnamese text is stored in NFC, found without accents and sorted as in a dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.vietnamese import name_sort_key, plain, sort_key, tidy


@pytest.mark.parametrize(
    ("text", "found"), [("Đất đai", "dat dai"), ("NGUYỄN", "nguyen"), ("  Ủy  ban ", "uy ban")]
)
def test_accents_do_not_matter_when_searching(text, found):
    assert plain(text) == found


def test_decomposed_text_becomes_composed():
    assert tidy("Nguye\u0302\u0303n") == "Nguyễn"


def test_letters_follow_the_vietnamese_alphabet_and_tones_break_ties():
    ordered = [
        "a",
        "ă",
        "ân",
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "bán",
        "da",
        "đa",
        "e",
        "ê",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
    ]

    reversed_order = ordered[::-1]

    assert sorted(reversed_order, key=sort_key) == ordered


def test_people_are_listed_by_given_name():
    names = ["Trần Quốc Khởi", "Lê Thị Hòa", "Nguyễn Văn Ân", "Nguyễn Văn An"]

    assert sorted(names, key=name_sort_key) == [
        "Nguyễn Văn An",
        "Nguyễn Văn Ân",
        "Lê Thị Hòa",
        "Trần Quốc Khởi",
    ]


@given(st.text(max_size=40))
def test_searching_again_for_what_was_found_finds_the_same(text):
    assert plain(plain(text)) == plain(text)
