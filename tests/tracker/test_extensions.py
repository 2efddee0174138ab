"""More time is asked for once at a time, decided by Home Affairs, and the original date stays."""

from datetime import date, timedelta

import pytest

from tests.factories import DUE, SUMMER, actor
from tracker.errors import Invalid, Refused
from tracker.models import Action, ExtensionRequest

LATER = date(2022, 9, 30)


@pytest.fixture
def asked(action, official):
    return action.ask_extension(
        by=actor(official), today=SUMMER, requested_due_on=LATER, reason="Chờ kinh phí"
    )


def test_an_approved_request_moves_the_deadline_and_keeps_the_original(asked, home_affairs):
    asked.approve(by=actor(home_affairs), today=SUMMER)

    assert (Action.objects.get().due_on, Action.objects.get().original_due_on) == (LATER, DUE)
    assert (asked.state, asked.granted_due_on, asked.decided_by) == ("approved", LATER, home_affairs)


def test_home_affairs_may_grant_a_shorter_date_but_not_a_longer_one(asked, home_affairs):
    with pytest.raises(Invalid):
        asked.approve(by=actor(home_affairs), today=SUMMER, granted_due_on=LATER + timedelta(days=1))
    asked.approve(by=actor(home_affairs), today=SUMMER, granted_due_on=date(2022, 9, 15))

    assert Action.objects.get().due_on == date(2022, 9, 15)


def test_a_refused_request_keeps_the_deadline_and_needs_a_reason(asked, home_affairs):
    with pytest.raises(Invalid):
        asked.refuse(by=actor(home_affairs), today=SUMMER, reason="")
    asked.refuse(by=actor(home_affairs), today=SUMMER, reason="Không có lý do khách quan")

    assert (Action.objects.get().due_on, ExtensionRequest.objects.get().state) == (DUE, "refused")


def test_the_unit_does_not_decide_its_own_request(asked, head):
    with pytest.raises(Refused):
        asked.approve(by=actor(head), today=SUMMER)


def test_a_second_request_waits_for_the_first_decision(asked, action, official):
    with pytest.raises(Refused):
        action.ask_extension(by=actor(official), today=SUMMER, requested_due_on=LATER, reason="Thêm nữa")

    assert ExtensionRequest.objects.count() == 1


def test_an_action_is_extended_twice_at_most(action, official, home_affairs):
    for days in (10, 20):
        due_on = DUE + timedelta(days=days)
        request = action.ask_extension(
            by=actor(official), today=SUMMER, requested_due_on=due_on, reason="Chờ"
        )
        request.approve(by=actor(home_affairs), today=SUMMER)

    with pytest.raises(Refused):
        action.ask_extension(
            by=actor(official), today=SUMMER, requested_due_on=DUE + timedelta(days=30), reason="Chờ"
        )


@pytest.mark.parametrize("requested", [DUE, DUE - timedelta(days=1), DUE + timedelta(days=61)])
def test_only_a_later_date_within_sixty_days_can_be_asked_for(requested, action, official):
    with pytest.raises(Invalid) as refusal:
        action.ask_extension(by=actor(official), today=SUMMER, requested_due_on=requested, reason="Chờ")

    assert list(refusal.value.errors) == ["requested_due_on"]


def test_a_request_after_the_deadline_is_marked(action, official):
    asked = action.ask_extension(
        by=actor(official), today=date(2022, 9, 1), requested_due_on=LATER, reason="Chờ"
    )

    assert asked.is_after_due


def test_the_unit_withdraws_its_request(asked, official):
    asked.withdraw(by=actor(official), today=SUMMER)

    assert ExtensionRequest.objects.get().state == "withdrawn"
