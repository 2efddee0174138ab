"""A unit sees its own work and what it coordinates; those who watch see all; nobody else sees anything."""

import pytest

from tests.factories import action as plan_action
from tests.factories import actor, person, tracked_action
from tracker.models import Action, ExtensionRequest, Weakness

WATCHERS = ["home_affairs", "leader", "inspector", "admin"]


@pytest.mark.parametrize(
    ("who", "sees"), [("official", 1), ("head", 1), ("foreign_official", 0), *((w, 1) for w in WATCHERS)]
)
def test_who_sees_an_action_of_the_department_of_environment(who, sees, action, request):
    reader = actor(request.getfixturevalue(who))

    assert Action.objects.visible_to(reader).count() == sees
    assert Weakness.objects.visible_to(reader).count() == sees


def test_a_coordinating_unit_sees_the_action_it_helps_with(
    weakness, official, home_affairs, foreign_official, health
):
    tracked_action(weakness, official, home_affairs, coordinating_units=[health])

    assert Action.objects.visible_to(actor(foreign_official)).count() == 1
    assert Weakness.objects.visible_to(actor(foreign_official)).count() == 1


def test_a_draft_of_another_unit_is_not_seen_by_those_who_will_coordinate(
    weakness, official, foreign_official, health
):
    plan_action(weakness, official, coordinating_units=[health])

    assert not Action.objects.visible_to(actor(foreign_official)).exists()
    assert not Weakness.objects.visible_to(actor(foreign_official)).exists()


def test_a_past_membership_opens_no_door(action, environment):
    former = person("cu@sample.test", "Người Cũ", "official", environment)
    former.memberships.update(valid_to="2022-07-01")

    assert not Action.objects.visible_to(actor(former)).exists()


def test_a_disabled_person_sees_nothing(action, home_affairs):
    home_affairs.is_active = False
    home_affairs.save()

    assert not Action.objects.visible_to(actor(home_affairs)).exists()


def test_requests_for_more_time_follow_the_actions(action, official, foreign_official):
    action.ask_extension(
        by=actor(official),
        today=action.accepted_on,
        requested_due_on=action.due_on.replace(month=9, day=30),
        reason="Chờ",
    )

    assert ExtensionRequest.objects.visible_to(actor(official)).count() == 1
    assert ExtensionRequest.objects.visible_to(actor(foreign_official)).count() == 0
