"""The order chosen by hand stands; new lines come to the end of their criterion."""

import pytest

from plans.models import Plan
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.workbench.lines import last, line_of, order, said
from tracker.errors import Invalid


def test_a_line_is_put_behind_another_of_its_index(plan, first, second, third, of_papi, home_affairs):
    plan.move(line_of(first), after=line_of(third), **said(home_affairs))

    assert order(plan) == [second.ref, third.ref, first.ref, of_papi.ref]
    event = last(plan)
    assert (event.verb, event.before["lines"][0]["position"], event.after["lines"][0]["position"]) == (
        "moved",
        1,
        3,
    )


def test_without_another_it_becomes_the_first_of_its_index(plan, first, second, third, of_papi, home_affairs):
    plan.move(line_of(third), **said(home_affairs))
    plan.move(line_of(of_papi), **said(home_affairs))

    assert order(plan) == [third.ref, first.ref, second.ref, of_papi.ref]


def test_it_does_not_leave_its_index(plan, first, of_papi, home_affairs):
    with pytest.raises(Invalid):
        plan.move(line_of(first), after=line_of(of_papi), **said(home_affairs))


def test_moving_to_where_it_stands_is_no_news(plan, first, second, home_affairs):
    before = last(plan).number
    plan.move(line_of(second), after=line_of(first), **said(home_affairs))

    assert last(plan).number == before


def test_compiling_again_keeps_the_order_and_adds_to_the_end_of_the_criterion(
    plan, first, second, third, of_papi, weakness, official, review, environment, home_affairs
):
    criterion = factories.criterion("PAR9")
    criterion.position = 9
    criterion.save()
    of_later = factories.weakness(review, environment, home_affairs, criterion=criterion)
    later = factories.tracked_action(of_later, official, home_affairs)
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    plan.move(line_of(later), **said(home_affairs))
    plan.move(line_of(third), after=line_of(later), **said(home_affairs))
    fresh = factories.tracked_action(weakness, official, home_affairs)
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    assert order(plan) == [later.ref, third.ref, first.ref, second.ref, fresh.ref, of_papi.ref]


def test_a_criterion_without_lines_comes_behind_the_criteria_before_it(
    plan, first, second, third, of_papi, official, review, environment, home_affairs
):
    rows = []
    for place in (9, 5):
        criterion = factories.criterion(f"PAR{place}")
        criterion.position = place
        criterion.save()
        of_it = factories.weakness(review, environment, home_affairs, criterion=criterion)
        rows.append(factories.tracked_action(of_it, official, home_affairs))
        Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    assert order(plan) == [first.ref, second.ref, third.ref, rows[1].ref, rows[0].ref, of_papi.ref]


def test_a_new_line_follows_its_criterion_to_where_it_was_put(
    plan, first, second, third, of_papi, official, review, environment, home_affairs
):
    criterion = factories.criterion("PAR9")
    criterion.position = 9
    criterion.save()
    of_it = factories.weakness(review, environment, home_affairs, criterion=criterion)
    one = factories.tracked_action(of_it, official, home_affairs)
    plan.take_in([one], **said(home_affairs))
    plan.move(line_of(one), **said(home_affairs))
    two = factories.tracked_action(of_it, official, home_affairs)
    plan.take_in([two], **said(home_affairs))

    assert order(plan) == [one.ref, two.ref, first.ref, second.ref, third.ref, of_papi.ref]
