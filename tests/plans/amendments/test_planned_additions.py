"""Which actions an amendment can take into the plan: accepted ones of its review that stand in no line."""

import pytest

from tests import factories
from tracker.errors import Refused


def test_what_stands_in_the_plan_is_not_added_again(amendment, action, by):
    with pytest.raises(Refused):
        amendment.add(action, **by)


def test_an_action_is_planned_to_be_added_once(amendment, late_action, by):
    amendment.add(late_action, **by)

    with pytest.raises(Refused):
        amendment.add(late_action, **by)


def test_an_action_that_nobody_accepted_is_not_added(amendment, action, official, by):
    with pytest.raises(Refused):
        amendment.add(factories.action(action.weakness, official), **by)


def test_an_action_of_another_review_is_not_added(amendment, official, home_affairs, environment, by):
    earlier = factories.review(home_affairs, year=2020)
    foreign = factories.tracked_action(
        factories.weakness(earlier, environment, home_affairs), official, home_affairs
    )

    with pytest.raises(Refused):
        amendment.add(foreign, **by)


def test_what_was_dropped_is_not_added(amendment, late_action, by):
    late_action.drop(**by, reason="Không làm nữa")

    with pytest.raises(Refused):
        amendment.add(late_action, **by)


def test_several_actions_are_added_together_or_not_at_all(amendment, late_action, action, by):
    with pytest.raises(Refused):
        amendment.add_all([late_action, action], **by)

    assert not amendment.changes.exists()
