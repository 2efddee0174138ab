"""Two officers at the same draft at the same second: nothing twice, nothing by half, nobody's words lost."""

import pytest

from plans.models import Contribution, Plan, PlanItem
from tests import factories
from tests.plans.workbench.lines import line_of, order, refs, said
from tests.tracker.test_many_at_once import together
from tracker.errors import Invalid, Stale
from tracker.models import Event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(home_affairs, second_home_affairs):
    return [home_affairs, second_home_affairs]


def mine(plan) -> Plan:
    return Plan.objects.get(pk=plan.pk)


def whole(plan) -> bool:
    """Each action stands in one line, each line has an action, the numbers follow one another."""
    positions = [item.position for item in plan.items.order_by("position")]
    empty = plan.items.filter(contributions=None).exists()
    return positions == list(range(1, len(positions) + 1)) and not empty and Contribution.objects.count() == 4


def test_the_same_lines_merged_by_two_are_merged_once(plan, first, second, people):
    lines = [line_of(first), line_of(second)]
    results = together(2, lambda n: mine(plan).merge(lines, **said(people[n])) and "merged")

    assert results.count("merged") == 1 and whole(plan)
    assert refs(line_of(first)) == [first.ref, second.ref]
    assert Event.objects.of(plan).filter(verb="merged").count() == 1


def test_of_two_merges_that_share_a_line_one_happens_or_both_in_a_row(plan, first, second, third, people):
    pairs = [[line_of(first), line_of(second)], [line_of(second), line_of(third)]]
    results = together(2, lambda n: mine(plan).merge(pairs[n], **said(people[n])) and "merged")

    assert results.count("merged") >= 1 and whole(plan)


def test_a_line_is_merged_while_it_is_worded(plan, first, second, people):
    lines, item = [line_of(first), line_of(second)], line_of(first)
    seen = {each.pk: each.version for each in lines}

    def act(n):
        if n:
            return item.edit(measure="Gọi điện.", **said(people[1])) and "worded"
        return mine(plan).merge(lines, seen=seen, **said(people[0])) and "merged"

    results = together(2, act)
    assert [result in ("merged", "worded") for result in results].count(True) == 1 and Stale in results
    assert (line_of(first).measure == "Gọi điện.") == ("worded" in results) and whole(plan)


def test_a_line_is_split_while_it_is_taken_apart(merged, plan, first, second, people):
    def act(n):
        if n:
            mine(plan).take_out(second, reason="Nhầm", **said(people[1]))
            return "out"
        try:
            return mine(plan).split(merged, [second], **said(people[0])) and "split"
        except Invalid:  # the colleague was faster: one action is left in the line
            return "nothing to split"

    assert "out" in together(2, act)
    assert refs(line_of(first)) == [first.ref]
    assert not PlanItem.objects.filter(contributions=None).exists()


def test_a_row_is_taken_in_once_or_left_out(plan, weakness, official, people):
    late = factories.tracked_action(weakness, official, people[0])

    def act(n):
        if n:
            return mine(plan).leave_out(late, reason="Trùng", **said(people[1])) and "left"
        return mine(plan).take_in([late], **said(people[0])) and "taken"

    results = together(2, act)
    assert [result in ("left", "taken") for result in results].count(True) == 1
    assert hasattr(late, "left_out") != Contribution.objects.filter(action=late).exists()


def test_two_who_move_lines_leave_every_line_with_its_own_number(plan, first, second, third, people):
    moved = [line_of(third), line_of(second)]
    together(2, lambda n: mine(plan).move(moved[n], **said(people[n])))

    assert whole(plan) and set(order(plan)[:2]) == {second.ref, third.ref}


def test_compiling_meets_merging_without_a_row_lost(plan, first, second, weakness, official, people):
    fresh = factories.tracked_action(weakness, official, people[0])
    lines = [line_of(first), line_of(second)]

    def act(n):
        if n:
            return Plan.compile(plan.review, **said(people[1])) and "compiled"
        return mine(plan).merge(lines, **said(people[0])) and "merged"

    assert together(2, act) == ["merged", "compiled"]
    assert refs(line_of(first)) == [first.ref, second.ref] and refs(line_of(fresh)) == [fresh.ref]
    positions = [item.position for item in plan.items.order_by("position")]
    assert positions == [1, 2, 3, 4]
