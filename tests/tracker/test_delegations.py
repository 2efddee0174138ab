"""While somebody is away a colleague stands in; for a head he decides, and history names both."""

from datetime import timedelta

import pytest

from plans.models import Submission
from tests.factories import DEADLINE, IN_JUNE, actor
from tracker.errors import Invalid, Refused
from tracker.models import Actor, Delegation, Event, Membership

DAY = timedelta(days=1)


@pytest.fixture
def away(head, official):
    def away(starts_on=IN_JUNE, ends_on=DEADLINE, by=head, stand_in=official):
        return Delegation.appoint(
            by=actor(by),
            today=IN_JUNE,
            absentee=head,
            stand_in=stand_in,
            starts_on=starts_on,
            ends_on=ends_on,
        )

    return away


def test_the_stand_in_hands_in_for_his_head_and_history_names_both(proposed, official, away):
    away()
    submission = Submission.objects.get(unit__code="STNMT")
    weakness = submission.weaknesses.get()
    weakness.add_cause(by=actor(official), today=IN_JUNE, kind="internal", statement="Chậm")
    weakness.name_responsible(by=actor(official), today=IN_JUNE, person=official, level="direct")
    stand_in = Actor.of(official, today=DEADLINE)
    submission.draft(by=stand_in, today=DEADLINE)
    submission.send_to_head(by=stand_in, today=DEADLINE)
    submission.submit(by=stand_in, today=DEADLINE)

    line = Event.objects.of(submission).last()
    assert (line.verb, line.actor_name) == ("submitted", "Trần Quốc Khởi, thay Lê Thị Hòa")


def test_before_and_after_these_days_he_is_no_head(official, environment, away):
    away()

    days = [IN_JUNE - DAY, IN_JUNE, DEADLINE, DEADLINE + DAY]
    assert [Actor.of(official, today=day).is_head_of(environment.pk) for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_a_stand_in_who_has_left_the_unit_is_no_head_either(official, environment, away):
    away()
    Membership.objects.filter(user=official).update(valid_to=IN_JUNE)

    assert not Actor.of(official, today=DEADLINE).is_head_of(environment.pk)


def test_coming_back_earlier_ends_it_from_that_day(official, head, environment, away):
    away().end(by=actor(head), today=IN_JUNE + DAY)

    assert Actor.of(official, today=IN_JUNE).is_head_of(environment.pk)
    assert not Actor.of(official, today=IN_JUNE + DAY).is_head_of(environment.pk)


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"starts_on": DEADLINE, "ends_on": IN_JUNE}, "ends_on"),
        ({"starts_on": IN_JUNE - DAY}, "starts_on"),
    ],
)
def test_days_that_cannot_be_are_named(away, days, field):
    with pytest.raises(Invalid) as refusal:
        away(**days)

    assert set(refusal.value.errors) == {field}


def test_two_people_never_stand_in_on_the_same_day(away):
    away()

    with pytest.raises(Invalid):
        away(starts_on=DEADLINE, ends_on=DEADLINE + DAY)


def test_a_person_of_another_unit_cannot_stand_in(away, foreign_official):
    with pytest.raises(Invalid):
        away(stand_in=foreign_official)


def test_nobody_sends_another_person_away(away, official):
    with pytest.raises(Refused):
        away(by=official)
