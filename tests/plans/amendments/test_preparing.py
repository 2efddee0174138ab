"""An amendment is prepared beside the plan: by one officer at a time, and nothing of it holds yet."""

from datetime import date

import pytest

from plans.models import Amendment, Plan
from plans.versions.differences import differences
from plans.versions.planned_content import around
from tests import factories
from tests.factories import ISSUED, SUMMER, actor
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event

SEPTEMBER = date(2022, 9, 30)


def test_only_home_affairs_amends(plan, head):
    with pytest.raises(Refused):
        Amendment.begin(plan, by=actor(head), today=SUMMER, reason="Xin lùi hạn")


def test_a_draft_is_changed_and_not_amended(action, review, home_affairs, by):
    draft = Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    with pytest.raises(Refused):
        Amendment.begin(draft, **by, reason="Sửa")


def test_it_has_a_reason(plan, by):
    with pytest.raises(Invalid) as refusal:
        Amendment.begin(plan, **by, reason="  ")

    assert set(refusal.value.errors) == {"reason"}


def test_while_one_is_open_no_other_is_begun_and_it_is_said_whose_it_is(plan, amendment, second_home_affairs):
    with pytest.raises(Refused) as refusal:
        Amendment.begin(plan, by=actor(second_home_affairs), today=date(2022, 8, 3), reason="Khác")

    assert "Nguyễn Văn Bình" in str(refusal.value)
    assert "01/08/2022" in str(refusal.value)


def test_after_one_is_given_up_another_is_begun(plan, amendment, by):
    amendment.cancel(**by, reason="Chưa cần")

    assert Amendment.begin(plan, **by, reason="Khác").state == "open"
    assert plan.state == "issued"


def test_nothing_of_it_holds_before_it_is_issued(amendment, lines, late_action, action, by):
    amendment.change(lines[0], **by, measure="Số hóa toàn bộ", due_on=SEPTEMBER)
    amendment.withdraw(lines[1], **by, reason="Trùng")
    amendment.add(late_action, **by)

    lines[0].refresh_from_db()
    action.refresh_from_db()
    assert lines[0].due_on == action.due_on == factories.DUE
    assert lines[0].measure != "Số hóa toàn bộ"
    assert amendment.plan.items.standing().count() == 3
    assert not hasattr(late_action, "contribution")
    assert amendment.plan.versions.count() == 1


def test_it_can_be_seen_what_the_plan_would_say(amendment, lines, late_action, by, health):
    amendment.change(lines[0], **by, due_on=SEPTEMBER, coordinating_units=[health])
    amendment.withdraw(lines[1], **by, reason="Trùng")
    amendment.add(late_action, **by)

    changed, withdrawn, added = differences(*around(amendment))

    assert {field.name for field in changed.fields} == {"due_on", "coordinating_units", "coordinating_codes"}
    assert changed.after["coordinating_units"] == ["Sở Y tế"]
    assert (withdrawn.kind, withdrawn.line["number"]) == ("withdrawn", "2")
    assert (added.kind, added.line["number"], added.line["measure"]) == ("added", "2a", "Thuê dịch vụ số hóa")


def test_a_line_is_not_changed_and_withdrawn_at_once(amendment, lines, by):
    amendment.change(lines[0], **by, measure="Khác")
    amendment.withdraw(lines[1], **by, reason="Trùng")

    with pytest.raises(Refused):
        amendment.withdraw(lines[0], **by, reason="Trùng")
    with pytest.raises(Refused):
        amendment.change(lines[1], **by, measure="Khác")
    assert list(amendment.changes.values_list("kind", flat=True)) == ["change", "withdraw"]


def test_a_planned_change_is_taken_back(amendment, lines, by):
    planned = amendment.change(lines[0], **by, measure="Khác")
    amendment.undo(planned, **by)

    assert not amendment.changes.exists()
    with pytest.raises(Refused):
        amendment.undo(planned, **by)


def test_a_line_that_was_withdrawn_is_not_changed(amendment, lines, by):
    gone = amendment.plan.items.create(
        index=lines[0].index, weakness_statement="a", measure="b", lead_unit=lines[0].lead_unit, due_on=SEPTEMBER,
        withdrawn_on=SUMMER,
    )  # fmt: skip

    with pytest.raises(Refused):
        amendment.change(gone, **by, measure="Khác")


def test_a_colleague_s_change_of_the_same_line_is_seen_before_it_is_overwritten(amendment, lines, by):
    seen = amendment.version
    amendment.change(lines[0], **by, measure="Của Bình")
    amendment.change(lines[1], **by, measure="Dòng khác", version=seen)

    with pytest.raises(Stale):
        amendment.change(lines[0], **by, measure="Của Lan", version=seen)
    assert amendment.changes.get(item=lines[0]).after == {"measure": "Của Bình"}


def test_only_home_affairs_prepares_it(amendment, lines, head):
    with pytest.raises(Refused):
        amendment.change(lines[0], by=actor(head), today=SUMMER, measure="Khác")

    assert not amendment.changes.exists()


def test_withdrawing_and_giving_up_want_a_reason(amendment, lines, by):
    for verb in (
        lambda: amendment.withdraw(lines[0], **by, reason=" "),
        lambda: amendment.cancel(**by, reason=""),
    ):
        with pytest.raises(Invalid) as refusal:
            verb()
        assert set(refusal.value.errors) == {"reason"}
    assert (amendment.state, amendment.changes.count()) == ("open", 0)


def test_the_history_keeps_what_was_planned_and_taken_back(amendment, lines, by):
    planned = amendment.change(lines[0], **by, measure="Khác", reason="Rõ hơn")
    amendment.undo(planned, **by)

    noted, undone = Event.objects.of(amendment).order_by("number")[1:]
    said = {"thing": f"line:{lines[0].pk}", "kind": "change", "after": {"measure": "Khác"}}
    assert (noted.verb, noted.after, noted.reason) == ("change_planned", said, "Rõ hơn")
    assert (undone.verb, undone.before) == ("change_undone", said)


def test_what_is_given_up_is_not_worked_on(amendment, lines, by):
    amendment.cancel(**by, reason="Thôi")

    with pytest.raises(Refused):
        amendment.change(lines[0], **by, measure="Khác")
