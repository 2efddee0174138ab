"""A unit is dissolved or merged: its open work passes on in one step, its history stays under its name."""

from datetime import timedelta

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import SUMMER, actor
from tracker.errors import Invalid, Refused
from tracker.models import Action, Event, Membership, Question

YESTERDAY = SUMMER - timedelta(days=1)


@pytest.fixture
def farming(db):
    return factories.unit("SNNMT", "Sở Nông nghiệp và Môi trường")


@pytest.fixture
def settled(review):
    """Every unit has handed in, as far as this review goes."""
    Submission.objects.filter(review=review).update(state="exempt")


def dissolve(unit, by, **words):
    words = {"valid_to": YESTERDAY, "reason": "Nghị quyết 12/NQ-HĐND"} | words
    return unit.dissolve(by=actor(by), today=SUMMER, **words)


def now(action) -> Action:
    return Action.objects.get(pk=action.pk)


def test_open_work_passes_to_the_successor_with_before_and_after(
    action, settled, environment, farming, home_affairs
):
    passing = dissolve(environment, home_affairs, successors=[farming], receiver=farming)
    moved = Event.objects.of(action).last()

    assert (now(action).lead_unit, now(action).owner, passing.without_owner) == (farming, None, 1)
    assert moved.verb == "moved" and moved.before["lead_unit_id"] == environment.pk
    assert moved.after == {"lead_unit_id": farming.pk, "owner_id": None}
    environment.refresh_from_db()
    assert environment.valid_to == YESTERDAY and list(environment.successors.all()) == [farming]
    assert Event.objects.of(environment).get().after["actions"] == 1
    assert now(action).former_lead_units() == [environment]


def test_people_who_come_along_keep_their_actions_and_a_head_stays_head_where_none_is(
    action, settled, environment, farming, official, head, home_affairs
):
    dissolve(environment, home_affairs, successors=[farming], takes_people=True)

    assert (now(action).lead_unit, now(action).owner) == (farming, official)
    assert actor(official).unit == farming and actor(official, YESTERDAY).unit == environment
    assert actor(head).is_head_of(farming.pk) and Action.objects.visible_to(actor(official)).get() == action
    assert [event.verb for event in Event.objects.of(official)] == ["role_ended", "role_begun"]


def test_a_head_becomes_an_official_where_there_is_a_head(settled, environment, farming, head, home_affairs):
    factories.person("truong@sample.test", "Ngô Văn Trưởng", "unit_head", farming)
    dissolve(environment, home_affairs, successors=[farming], takes_people=True)

    assert actor(head).is_official_of(farming.pk) and not actor(head).is_head_of(farming.pk)


def test_without_the_tick_people_stay_behind_without_a_role(
    settled, environment, farming, official, home_affairs
):
    dissolve(environment, home_affairs, successors=[farming])

    assert actor(official, YESTERDAY).roles and not actor(official).roles


def test_an_owner_who_works_there_already_keeps_his_action(
    action, settled, environment, farming, official, home_affairs
):
    Membership.begin(
        by=actor(home_affairs), today=SUMMER, user=official, unit=farming, role="official", valid_from=SUMMER
    )
    dissolve(environment, home_affairs, successors=[farming])

    assert now(action).owner == official


def test_what_is_reported_moves_and_what_is_finished_stays_under_the_old_name(
    reported, weakness, settled, official, environment, farming, home_affairs
):
    dropped = factories.tracked_action(weakness, official, home_affairs)
    dropped.drop(by=actor(home_affairs), today=SUMMER, reason="Không còn phù hợp")
    dissolve(environment, home_affairs, successors=[farming])

    assert now(reported).lead_unit == farming and now(reported).state == "reported"
    assert now(dropped).lead_unit == environment
    assert now(reported).weakness.unit == environment


def test_its_part_in_actions_of_others_passes_on(action, settled, health, environment, farming, home_affairs):
    action.coordinating_units.add(health)
    dissolve(health, home_affairs, successors=[farming])
    assert list(now(action).coordinating_units.all()) == [farming]
    last = Event.objects.of(action).last()
    assert (last.before, last.after) == ({"coordinating": ["SYT"]}, {"coordinating": ["SNNMT"]})

    dissolve(farming, home_affairs, successors=[environment])
    assert not now(action).coordinating_units.exists()


def test_an_open_question_is_answered_to_the_successor(
    action, settled, environment, farming, official, home_affairs
):
    question = Question.ask(action, by=actor(official), today=SUMMER, words="Theo mẫu nào?")
    dissolve(environment, home_affairs, successors=[farming])

    assert Question.objects.get(pk=question.pk).unit == farming


def test_not_while_a_submission_is_neither_accepted_nor_exempt(action, environment, farming, home_affairs):
    with pytest.raises(Refused, match="2021"):
        dissolve(environment, home_affairs, successors=[farming])

    Submission.objects.get(unit=environment).exempt(by=actor(home_affairs), today=SUMMER, reason="Sáp nhập")
    dissolve(environment, home_affairs, successors=[farming])
    assert now(action).lead_unit == farming


def test_it_cannot_be_merged_into_itself_or_into_what_is_no_more(
    settled, environment, health, farming, home_affairs
):
    with pytest.raises(Invalid):
        dissolve(environment, home_affairs, successors=[environment])
    dissolve(health, home_affairs, successors=[farming])
    with pytest.raises(Invalid):
        dissolve(environment, home_affairs, successors=[health])
    with pytest.raises(Refused):
        dissolve(health, home_affairs, successors=[environment])


def test_two_units_do_not_follow_each_other_in_a_circle(settled, environment, health, farming, home_affairs):
    farming.successors.add(health)
    health.successors.add(environment)
    with pytest.raises(Invalid) as refusal:
        dissolve(environment, home_affairs, successors=[farming])
    assert list(refusal.value.errors) == ["successors"]


def test_open_work_needs_a_receiver_and_that_is_one_of_the_successors(
    action, settled, environment, farming, health, home_affairs
):
    with pytest.raises(Invalid, match="successors"):
        dissolve(environment, home_affairs)
    with pytest.raises(Invalid, match="receiver"):
        dissolve(environment, home_affairs, successors=[farming, health])
    with pytest.raises(Invalid, match="receiver"):
        dissolve(environment, home_affairs, successors=[farming], receiver=health)
    assert now(action).lead_unit == environment


def test_without_open_work_it_may_end_without_a_successor(settled, health, foreign_official, home_affairs):
    dissolve(health, home_affairs)

    assert not actor(foreign_official).roles and not health.successors.exists()


@pytest.mark.parametrize("days", [0, 1, -400])
def test_the_last_day_lies_behind_us_but_not_years(settled, health, home_affairs, days):
    with pytest.raises(Invalid) as refusal:
        dissolve(health, home_affairs, valid_to=SUMMER + timedelta(days=days), reason="")
    assert set(refusal.value.errors) == {"valid_to", "reason"}


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector"])
def test_only_home_affairs_and_administrators_end_a_unit(who, settled, environment, farming, request):
    with pytest.raises(Refused):
        dissolve(environment, request.getfixturevalue(who), successors=[farming])


def test_only_an_administrator_ends_the_unit_of_home_affairs(
    settled, home_affairs_unit, home_affairs, admin, farming
):
    with pytest.raises(Refused):
        dissolve(home_affairs_unit, home_affairs, successors=[farming], takes_people=True)
    dissolve(home_affairs_unit, admin, successors=[farming], takes_people=True)

    assert actor(home_affairs).is_home_affairs and actor(home_affairs).unit == farming


def test_nothing_of_it_happens_when_one_part_is_refused(
    action, settled, environment, farming, home_affairs, leader
):
    Membership.objects.create(user=leader, unit=environment, role="leadership")
    with pytest.raises(Refused):
        dissolve(environment, home_affairs, successors=[farming], takes_people=True)

    environment.refresh_from_db()
    assert environment.valid_to is None and now(action).lead_unit == environment
    assert not Event.objects.of(environment).exists() and not environment.successors.exists()
