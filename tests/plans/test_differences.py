"""What a unit changed between two attempts is found word by word; what it left alone is not."""

from copy import deepcopy

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.submissions.differences import between
from plans.word_differences import stretches

ACTION = {
    "ref": "HD-1", "statement": "Số hóa hồ sơ đợt một", "expected_output": "Báo cáo", "starts_on": None,
    "due_on": "2022-08-31", "is_initiative": False, "owner": "Khởi", "coordinating_units": [],
    "expected_evidence": ["Quyết định"],
}  # fmt: skip
WEAKNESS = {
    "ref": "HC-1", "title": "Hồ sơ trễ hạn", "statement": "12/40 hồ sơ trễ hạn.", "origin": "assigned",
    "objection": "", "index": "PAR", "criterion": None,
    "causes": [{"kind": "internal", "statement": "Chưa phân công rõ."}],
    "responsibilities": [{"bearer": "Khởi", "position_title": "", "level": "direct"}], "actions": [ACTION],
}  # fmt: skip
COPY = {
    "unit": "Sở", "year": 2021, "handed_in_by": "Hòa", "strengths": "Đúng hạn", "head_responsibility": "",
    "declares_none": False, "files": [], "weaknesses": [WEAKNESS],
}  # fmt: skip
KNOWN = ("hồ", "sơ", "trễ", "hạn", "số", "hóa", "12", "40", "chậm")
WORDS = st.lists(st.sampled_from(KNOWN), max_size=12).map(" ".join)


@pytest.fixture(autouse=True)
def in_english(db):
    with override("en"):
        yield


def changed(**fields) -> dict:
    """The copy with its weakness written anew."""
    other = deepcopy(COPY)
    other["weaknesses"][0] |= fields
    return other


def told(before, after) -> list[tuple[str, str]]:
    return [(change.label, change.kind) for section in between(before, after) for change in section.changes]


def texts(side) -> str:
    return " ".join(stretch.words for stretch in side)


def test_equal_copies_have_no_differences():
    assert between(COPY, deepcopy(COPY)) == []


@given(WORDS, WORDS, WORDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_written_equal_copies_have_none_and_unequal_words_are_found(strengths, statement, other):
    copy = changed(statement=statement) | {"strengths": strengths}

    assert between(copy, deepcopy(copy)) == []
    assert bool(between(copy, copy | {"strengths": other})) == (strengths != other)


@given(WORDS, WORDS)
@settings(max_examples=200, deadline=None)
def test_both_texts_are_told_whole_and_only_what_differs_is_marked(before, after):
    old, new = stretches(before, after)

    assert (texts(old), texts(new)) == (before, after)
    assert texts(s for s in old if not s.is_changed) == texts(s for s in new if not s.is_changed)


def test_one_word_is_marked_among_those_that_stayed():
    (section,) = between(COPY, changed(statement="15/40 hồ sơ trễ hạn."))
    (change,) = section.changes

    assert [(s.words, s.is_changed) for s in change.before] == [("12/40", True), ("hồ sơ trễ hạn.", False)]
    assert [(s.words, s.is_changed) for s in change.after] == [("15/40", True), ("hồ sơ trễ hạn.", False)]


def test_a_cause_put_first_does_not_touch_the_others():
    cause = {"kind": "external", "statement": "Thiếu kinh phí"}

    assert told(COPY, changed(causes=[cause, *WEAKNESS["causes"]])) == [("Cause", "added")]
    assert told(changed(causes=[cause, *WEAKNESS["causes"]]), COPY) == [("Cause", "removed")]


def test_actions_are_compared_by_their_reference():
    first = ACTION | {"ref": "HD-0", "statement": "Họp"}
    later = ACTION | {"due_on": "2022-09-30", "owner": "Hòa"}

    assert told(COPY, changed(actions=[first, later])) == [
        ("Measure 1", "added"), ("Measure 2: Owner", "changed"), ("Measure 2: Due on", "changed"),
    ]  # fmt: skip
    assert told(COPY, changed(actions=[])) == [("Measure", "removed")]


def test_a_weakness_that_came_and_one_that_went_are_told_whole():
    other = COPY | {"weaknesses": [WEAKNESS | {"ref": "HC-2"}]}

    assert [(section.ref, section.kind) for section in between(COPY, other)] == [
        ("HC-2", "added"),
        ("HC-1", "removed"),
    ]


def test_a_file_that_came_back_under_its_name_is_told():
    file = {"file_name": "Báo cáo.pdf", "size": 10, "sha256": "a" * 64}
    before, after = COPY | {"files": [file]}, COPY | {"files": [file | {"sha256": "b" * 64}]}

    assert [kind for _, kind in told(before, after)] == ["changed"]
