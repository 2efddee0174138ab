"""Home Affairs words a line; the units' words stay, and compiling does not write over it."""

from datetime import date

import pytest

from plans.models import Plan
from tests.factories import ISSUED, actor
from tests.plans.workbench.lines import LETTER, last, line_of, said
from tracker.errors import Invalid, Refused, Stale


def test_the_line_says_what_was_written_and_the_row_keeps_its_words(plan, first, home_affairs):
    item = line_of(first)
    assert item.edit(measure="Xin lỗi  bằng văn bản.", causes="Một.\n\nHai.", **said(home_affairs))

    item.refresh_from_db()
    first.refresh_from_db()
    assert (item.measure, item.causes, item.is_worded) == ("Xin lỗi bằng văn bản.", "Một.\nHai.", True)
    assert first.statement == LETTER
    assert (last(item).verb, last(item).before["measure"]) == ("edited", LETTER)


def test_another_deadline_takes_the_old_date_in_words_with_it(plan, first, home_affairs):
    item = line_of(first)
    item.edit(due_phrase="Chậm nhất ngày 30/9/2022", **said(home_affairs))
    item.edit(due_on=date(2022, 12, 1), due_phrase="Chậm nhất ngày 30/9/2022", **said(home_affairs))
    assert (item.due_on, item.due_phrase) == (date(2022, 12, 1), "")


def test_words_without_a_date_outlive_another_deadline(plan, first, home_affairs):
    item = line_of(first)
    item.edit(due_phrase="Thường xuyên", **said(home_affairs))
    item.edit(due_on=date(2022, 12, 1), **said(home_affairs))
    assert item.due_phrase == "Thường xuyên"


def test_saying_the_same_is_no_news(plan, first, home_affairs):
    item = line_of(first)
    before = last(item).number

    assert not item.edit(measure=LETTER, due_on=first.due_on, **said(home_affairs))
    assert last(item).number == before


def test_compiling_again_leaves_the_words_and_takes_over_those_of_other_rows(
    plan, first, third, review, home_affairs
):
    line_of(first).edit(measure="Xin lỗi bằng văn bản.", **said(home_affairs))
    for action in (first, third):
        action.edit(by=actor(home_affairs), today=ISSUED, statement="Lời văn ở bản nộp.")
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    assert line_of(first).measure == "Xin lỗi bằng văn bản."
    assert line_of(third).measure == "Lời văn ở bản nộp."


def test_who_leads_carries_out_one_of_the_actions(merged, health, home_affairs_unit, home_affairs):
    with pytest.raises(Invalid) as refusal:
        merged.edit(lead_unit=home_affairs_unit, **said(home_affairs))
    assert list(refusal.value.errors) == ["lead_unit"]

    merged.edit(lead_unit=health, coordinating_units=[home_affairs_unit], **said(home_affairs))
    merged.refresh_from_db()
    assert merged.lead_unit == health and list(merged.coordinating_units.all()) == [home_affairs_unit]
    assert last(merged).after["coordinating"] == ["SNV"]


def test_who_leads_does_not_help_as_well(merged, environment, home_affairs):
    with pytest.raises(Invalid) as refusal:
        merged.edit(coordinating_units=[environment], **said(home_affairs))
    assert list(refusal.value.errors) == ["coordinating_units"]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"measure": " "}, "measure"),
        ({"weakness_statement": ""}, "weakness_statement"),
        ({"due_on": date(2022, 6, 9)}, "due_on"),
        ({"due_phrase": "x" * 121}, "due_phrase"),
    ],
)
def test_what_cannot_be_printed_is_said_beside_its_field(words, field, plan, first, home_affairs):
    with pytest.raises(Invalid) as refusal:
        line_of(first).edit(**words, **said(home_affairs))
    assert list(refusal.value.errors) == [field] and line_of(first).measure == LETTER


def test_of_two_who_read_the_same_line_the_second_is_told(plan, first, home_affairs, second_home_affairs):
    item, same = line_of(first), line_of(first)
    item.edit(measure="Xin lỗi bằng văn bản.", **said(home_affairs))

    with pytest.raises(Stale):
        same.edit(measure="Gọi điện.", **said(second_home_affairs))


def test_a_line_merged_away_meanwhile_says_where_it_went(plan, first, second, home_affairs):
    item = line_of(second)
    plan.merge([line_of(first), item], **said(home_affairs))

    with pytest.raises(Refused, match="merged line 2"):
        item.edit(measure="Gọi điện.", **said(home_affairs))


def test_a_merge_meanwhile_is_told_to_whoever_words_the_line_that_stays(plan, first, second, home_affairs):
    item = line_of(first)
    plan.merge([line_of(first), line_of(second)], **said(home_affairs))

    with pytest.raises(Stale):
        item.edit(measure="Gọi điện.", **said(home_affairs))


def test_only_home_affairs_words_a_line_and_only_of_a_draft(plan, first, head, home_affairs):
    item = line_of(first)
    with pytest.raises(Refused):
        item.edit(measure="Gọi điện.", **said(head))
    Plan.objects.update(state="sent")
    with pytest.raises(Refused):
        item.edit(measure="Gọi điện.", **said(home_affairs))
