"""What an issued amendment leads to behind a line of one action, and what keeps it from being issued."""

from datetime import date

import pytest

from plans.versions.planned_content import around, can_join
from tests.factories import SUMMER, actor
from tests.plans.amendments.steps import finished
from tracker.errors import Invalid, Refused
from tracker.models import Action, Event

SEPTEMBER = date(2022, 9, 30)


@pytest.fixture
def issue(amendment, by, paper):
    return lambda: amendment.issue(**by, **paper)


def weakness_of(line):
    return line.contributions.get().weakness


def test_the_weakness_of_one_line_reads_as_the_line_does(amendment, lines, by, issue):
    amendment.change(lines[2], **by, weakness_statement="Trả lời chậm, kéo dài.")
    issue()

    assert weakness_of(lines[2]).statement_in_plan == "Trả lời chậm, kéo dài."


def test_a_weakness_behind_several_lines_keeps_its_words(amendment, lines, by, issue):
    said = weakness_of(lines[0]).statement_in_plan
    amendment.change(lines[0], **by, weakness_statement="Trả lời chậm, kéo dài.")
    issue()

    assert weakness_of(lines[0]).statement_in_plan == said


def test_lines_withdrawn_by_the_same_amendment_do_not_hold_the_words(amendment, lines, by, issue):
    amendment.change(lines[0], **by, weakness_statement="Trả lời chậm, kéo dài.")
    amendment.withdraw(lines[1], **by, reason="Trùng")
    issue()

    assert weakness_of(lines[0]).statement_in_plan == "Trả lời chậm, kéo dài."


def test_product_and_date_in_words_pass_to_the_action(amendment, lines, action, by, issue):
    amendment.change(
        lines[0], **by, output="Cơ sở dữ liệu dùng chung", due_on=SEPTEMBER, due_phrase="Trong quý III"
    )
    issue()

    action.refresh_from_db()
    assert (action.output_in_plan, action.due_phrase) == ("Cơ sở dữ liệu dùng chung", "Trong quý III")


def test_causes_and_note_are_the_lines_own(amendment, lines, action, by, issue):
    before = Event.objects.of(action).count()
    amendment.change(lines[0], **by, causes="Thiếu nhân lực", note="Ghi rõ")
    version = issue()

    assert (version.content[0]["causes"], version.content[0]["note"]) == ("Thiếu nhân lực", "Ghi rõ")
    assert Event.objects.of(action).count() == before


def test_what_was_dropped_after_it_was_noted_is_not_added(amendment, late_action, plan, by, issue):
    amendment.add(late_action, **by)
    late_action.drop(**by, reason="Không làm nữa")

    with pytest.raises(Refused, match=late_action.ref):
        issue()
    assert plan.versions.count() == 1


def test_a_date_before_the_work_begins_is_not_taken_and_stops_the_issue(amendment, lines, action, by, issue):
    early, later = date(2022, 8, 10), date(2022, 8, 15)
    amendment.change(lines[0], **by, due_on=early)
    Action.objects.filter(pk=action.pk).update(starts_on=later)

    with pytest.raises(Refused, match=action.ref):
        issue()
    with pytest.raises(Invalid) as refusal:
        amendment.change(lines[0], **by, due_on=date(2022, 8, 11))
    assert set(refusal.value.errors) == {"due_on"}


def test_a_line_of_which_nothing_is_open_is_not_withdrawn(amendment, lines, action, official, home_affairs, by,
                                                          issue):  # fmt: skip
    amendment.withdraw(lines[0], **by, reason="Trùng")
    finished(action, official, home_affairs)

    with pytest.raises(Refused):
        issue()
    with pytest.raises(Refused):
        amendment.withdraw(lines[0], **by, reason="Trùng")


def test_what_can_be_added_is_accepted_not_dropped_and_in_no_line_yet(amendment, plan, late_action, action,
                                                                      official, home_affairs, by):  # fmt: skip
    dropped, _proposed, noted = (_like(late_action, official) for _ in range(3))
    for each in (dropped, noted):
        each.accept(by=actor(home_affairs), today=SUMMER)
    dropped.drop(**by, reason="Thôi")
    amendment.add(noted, **by)

    assert list(can_join(amendment)) == [late_action]


def test_what_is_shown_before_the_issue_names_units_by_name(amendment, lines, health, by):
    amendment.change(lines[0], **by, coordinating_units=[health], due_on=SEPTEMBER)

    planned = around(amendment)[1][0]
    assert (planned["coordinating_codes"], planned["coordinating_units"]) == (["SYT"], ["Sở Y tế"])
    assert planned["due_on"] == "2022-09-30"


def _like(other, owner) -> Action:
    words = {
        "due_on": other.due_on,
        "expected_output": "Báo cáo",
        "lead_unit": other.lead_unit,
        "owner": owner,
    }
    return Action.plan(by=actor(owner), today=SUMMER, weakness=other.weakness, statement="Việc khác", **words)
