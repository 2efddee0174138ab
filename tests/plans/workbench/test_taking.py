"""Nothing is left behind: each accepted row is in a line, or left out with its reason, or waits in sight."""

import pytest

from plans.models import LeftOut, Plan
from tests import factories
from tests.factories import ACCEPTED, ISSUED, actor
from tests.plans.workbench.lines import last, line_of, order, refs, said
from tracker.errors import Invalid, Refused


@pytest.fixture
def late(plan, weakness, official, home_affairs):
    """A row accepted after the plan was compiled."""
    return factories.tracked_action(weakness, official, home_affairs)


def test_a_row_accepted_later_waits_until_it_is_taken_in(plan, late, home_affairs):
    assert list(plan.unplaced()) == [late]

    plan.take_in([late], **said(home_affairs))

    assert not plan.unplaced() and refs(line_of(late)) == [late.ref]
    assert (last(plan).verb, last(plan).after["lines"][0]["actions"]) == ("taken_in", [late.ref])


def test_it_can_be_added_to_a_line_that_says_the_same(plan, late, first, home_affairs):
    into = line_of(first)
    plan.take_in([late], into=into, **said(home_affairs))

    into.refresh_from_db()
    assert refs(into) == sorted([first.ref, late.ref]) and into.measure == first.statement


def test_it_is_not_added_to_a_line_of_another_index(plan, late, of_papi, home_affairs):
    with pytest.raises(Invalid) as refusal:
        plan.take_in([late], into=line_of(of_papi), **said(home_affairs))
    assert list(refusal.value.errors) == ["into"] and list(plan.unplaced()) == [late]


def test_a_row_left_out_keeps_its_reason_and_stays_out_when_compiling_again(plan, late, review, home_affairs):
    plan.leave_out(late, reason=" Trùng  kế hoạch khác ", **said(home_affairs))
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    kept = LeftOut.objects.get()
    assert (kept.action, kept.reason, kept.by) == (late, "Trùng kế hoạch khác", home_affairs)
    assert not plan.unplaced() and not hasattr(late, "contribution")


def test_leaving_out_needs_a_reason(plan, late, home_affairs):
    with pytest.raises(Invalid) as refusal:
        plan.leave_out(late, reason=" ", **said(home_affairs))
    assert list(refusal.value.errors) == ["reason"]


def test_what_is_brought_back_waits_again(plan, late, home_affairs):
    plan.leave_out(late, reason="Trùng", **said(home_affairs))
    with pytest.raises(Refused, match="bring it back"):
        plan.take_in([late], **said(home_affairs))
    plan.bring_back(late, **said(home_affairs))

    assert list(plan.unplaced()) == [late] and last(plan).verb == "brought_back"
    with pytest.raises(Refused):
        plan.bring_back(late, **said(home_affairs))


def test_a_row_is_taken_in_once(plan, first, home_affairs):
    with pytest.raises(Refused, match=f"{first.ref} stands in line 1"):
        plan.take_in([first], **said(home_affairs))
    with pytest.raises(Refused):
        plan.leave_out(first, reason="Trùng", **said(home_affairs))


def test_what_is_not_accepted_is_not_taken_in(plan, weakness, official, home_affairs):
    with pytest.raises(Refused, match="not accepted"):
        plan.take_in([factories.action(weakness, official)], **said(home_affairs))


def test_a_row_of_another_review_is_not_taken_in(plan, official, environment, home_affairs):
    other = factories.weakness(factories.review(home_affairs, year=2020), environment, home_affairs)
    row = factories.tracked_action(other, official, home_affairs)

    with pytest.raises(Refused, match="another review"):
        plan.take_in([row], **said(home_affairs))


def test_a_row_taken_out_of_a_merged_line_leaves_the_others_their_line(
    merged, plan, first, second, home_affairs
):
    line = plan.take_out(second, reason="Nhập nhầm", **said(home_affairs))

    assert refs(line) == [first.ref] and list(plan.unplaced()) == [second]
    assert (last(plan).verb, last(plan).reason) == ("taken_out", "Nhập nhầm")


def test_a_line_goes_with_its_last_row_and_the_numbers_close_up(
    plan, first, second, third, of_papi, home_affairs
):
    assert plan.take_out(second, reason="Chưa rõ", **said(home_affairs)) is None

    assert order(plan) == [first.ref, third.ref, of_papi.ref]
    assert [item.position for item in plan.items.order_by("position")] == [1, 2, 3]


def test_taking_out_needs_a_reason_and_a_line(plan, late, first, home_affairs):
    with pytest.raises(Invalid):
        plan.take_out(first, reason="", **said(home_affairs))
    with pytest.raises(Refused):
        plan.take_out(late, reason="Nhầm", **said(home_affairs))


def test_a_dropped_row_stays_in_its_line_until_it_is_taken_out_and_then_waits_nowhere(
    plan, first, home_affairs
):
    first.drop(by=actor(home_affairs), today=ISSUED, reason="Đã bãi bỏ thủ tục")
    assert line_of(first).contributions.exists()

    plan.take_out(first, reason="Không làm nữa", **said(home_affairs))
    assert first not in plan.unplaced()


def test_an_acceptance_is_taken_back_once_its_rows_are_out_of_the_plan(
    submission, proposed, official, head, home_affairs
):
    factories.submitted(submission, official, head)
    submission.accept(by=actor(home_affairs), today=ACCEPTED)
    plan = Plan.compile(submission.review, **said(home_affairs))
    back = {"by": actor(home_affairs), "today": ISSUED, "reason": "Đọc nhầm bản"}

    with pytest.raises(Refused, match=rf"{proposed.ref} \(line 1\)"):
        submission.reconsider(**back)
    plan.take_out(proposed, reason="Xem lại", **said(home_affairs))
    submission.reconsider(**back)

    proposed.refresh_from_db()
    assert (submission.state, proposed.accepted_on) == ("submitted", None)


def test_a_row_left_out_and_no_longer_accepted_can_be_taken_back_by_its_unit(
    submission, proposed, official, head, home_affairs
):
    factories.submitted(submission, official, head)
    submission.accept(by=actor(home_affairs), today=ACCEPTED)
    plan = Plan.compile(submission.review, **said(home_affairs))
    plan.take_out(proposed, reason="Xem lại", **said(home_affairs))
    plan.leave_out(proposed, reason="Trùng", **said(home_affairs))
    submission.reconsider(by=actor(home_affairs), today=ISSUED, reason="Đọc nhầm bản")

    proposed.refresh_from_db()
    proposed.take_back(by=actor(official))
    assert not LeftOut.objects.exists()
