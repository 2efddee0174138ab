"""The words and dates an amendment is to give a line: only what differs, and only what can stand."""

from datetime import date

import pytest

from plans.models.amendments import extended_lines
from tests.factories import SUMMER, actor
from tracker.errors import Invalid, Refused

SEPTEMBER = date(2022, 9, 30)


def test_what_is_planned_twice_for_a_line_is_added_up(amendment, lines, by):
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    planned = amendment.change(lines[0], **by, measure="Số hóa toàn bộ")

    assert planned.after == {"due_on": "2022-09-30", "measure": "Số hóa toàn bộ"}
    assert amendment.changes.count() == 1


def test_a_date_in_words_does_not_outlive_the_date(amendment, lines, by):
    lines[0].due_phrase, lines[1].due_phrase = "Chậm nhất ngày 31/8/2022", "Quý III"
    for line in lines:
        line.save(update_fields=["due_phrase"])

    moved = [
        amendment.change(line, **by, due_on=SEPTEMBER, due_phrase=line.due_phrase).after for line in lines[:2]
    ]

    assert moved == [{"due_on": "2022-09-30", "due_phrase": ""}, {"due_on": "2022-09-30"}]


def test_words_as_they_stand_are_no_change(amendment, lines, by):
    with pytest.raises(Invalid):
        amendment.change(lines[0], **by, measure=lines[0].measure, due_on=lines[0].due_on)


def test_a_line_keeps_a_measure_and_a_unit_that_works_on_it(amendment, lines, by, health):
    with pytest.raises(Invalid) as refusal:
        amendment.change(lines[0], **by, measure=" ", lead_unit=health)

    assert set(refusal.value.errors) == {"measure", "lead_unit"}


def test_a_date_before_the_plan_is_not_taken(amendment, lines, by):
    with pytest.raises(Invalid) as refusal:
        amendment.change(lines[0], **by, due_on=date(2022, 7, 1))

    assert set(refusal.value.errors) == {"due_on"}


def test_words_set_back_to_what_the_line_says_are_planned_no_more(amendment, lines, by):
    amendment.change(lines[0], **by, measure="Khác", due_on=SEPTEMBER)
    planned = amendment.change(lines[0], **by, measure=lines[0].measure)

    assert planned.after == {"due_on": "2022-09-30"}


def test_a_unit_does_not_help_itself(amendment, lines, by):
    with pytest.raises(Invalid) as refusal:
        amendment.change(lines[0], **by, coordinating_units=[lines[0].lead_unit])

    assert set(refusal.value.errors) == {"coordinating_units"}


def test_granted_extensions_become_the_lines_dates(amendment, lines, action, official, by):
    action.refresh_from_db()
    asked = action.ask_extension(
        by=actor(official), today=SUMMER, requested_due_on=SEPTEMBER, reason="Chờ vốn"
    )
    asked.approve(**by)

    assert amendment.take_over_extensions(**by) == 1
    planned = amendment.changes.get()
    assert (planned.item, planned.after) == (lines[0], {"due_on": "2022-09-30"})
    assert "gia hạn ngày 01/08/2022" in planned.reason
    with pytest.raises(Refused):
        amendment.take_over_extensions(**by)


def test_a_granted_date_joins_what_is_planned_and_takes_the_old_words_of_the_date_along(amendment, lines, action,
                                                                                       official, by):  # fmt: skip
    lines[0].due_phrase = "Trong quý III"
    lines[0].save(update_fields=["due_phrase"])
    amendment.change(lines[0], **by, measure="Số hóa toàn bộ", reason="Rõ hơn")
    extend(action, official).approve(**by)
    amendment.take_over_extensions(**by)

    planned = amendment.changes.get()
    assert planned.after == {"measure": "Số hóa toàn bộ", "due_on": "2022-09-30", "due_phrase": ""}
    assert planned.reason == "Rõ hơn"


def test_a_line_is_not_moved_by_what_was_only_asked_nor_when_it_is_withdrawn(amendment, lines, action, official,
                                                                           by):  # fmt: skip
    asked = extend(action, official)
    assert extended_lines.of(amendment) == []

    asked.approve(**by)
    assert extended_lines.of(amendment) == [(lines[0], SEPTEMBER)]
    amendment.withdraw(lines[0], **by, reason="Trùng")
    assert extended_lines.of(amendment) == []


def extend(action, official):
    action.refresh_from_db()
    return action.ask_extension(
        by=actor(official), today=SUMMER, requested_due_on=SEPTEMBER, reason="Chờ vốn"
    )
