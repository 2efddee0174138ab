"""What mails are about: read for many mails at once, and each reader sees what he may see, no more."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications.mails import items_for, items_of
from notifications.models import Obligation, ReminderRule
from plans.models import Submission
from tests import factories
from tests.notifications.days import at
from tests.notifications.envelopes import waiting
from tracker.models import Review

DAY = date(2022, 8, 22)


def owe(envelope, thing, rule: str = "action-due") -> Obligation:
    """This thing is to be told in this mail."""
    return Obligation.objects.create(
        subject_type=thing._meta.model_name, subject_id=thing.pk, recipient=envelope.recipient, audience="owner",
        rule=ReminderRule.objects.get(code=rule), due_on=DAY, occurrence=0, fire_on=DAY, state="bound",
        envelope=envelope,
    )  # fmt: skip


def mails_about(things, people) -> list:
    """A mail to each of these people about all of these things."""
    mails = [waiting(person, at(DAY)) for person in people]
    for mail in mails:
        for thing in things:
            owe(mail, thing)
    return mails


def readers(people) -> dict:
    return {person.pk: factories.actor(person, DAY) for person in people}


@pytest.fixture
def things(action, review, home_affairs):
    extension = action.ask_extension(
        by=factories.actor(action.owner),
        today=date(2022, 8, 1),
        requested_due_on=date(2022, 9, 5),
        reason="Chờ",
    )
    return [action, extension, Submission.objects.get(review=review, unit=action.lead_unit), review]


def test_everybody_is_told_of_what_he_may_see_and_of_nothing_else(
    things, official, head, foreign_official, home_affairs, leader, inspector, admin
):
    people = [official, head, foreign_official, home_affairs, leader, inspector, admin]
    mails = mails_about(things, people)

    found = items_for(mails, readers(people))

    for mail in mails:
        reader = factories.actor(mail.recipient, DAY)
        seen = {item.thing for item in found[mail.pk] if item.thing}
        assert seen == {
            thing for thing in things
            if isinstance(thing, Review) or type(thing).objects.visible_to(reader).filter(pk=thing.pk).exists()
        }  # fmt: skip
        assert found[mail.pk] == items_of(mail, reader)


def test_a_mail_without_contents_tells_nothing(official):
    empty = waiting(official, at(DAY))

    assert items_for([empty], readers([official])) == {empty.pk: []}
    assert items_for([], {}) == {}


def test_twenty_mails_are_read_with_as_many_queries_as_one(things, official, home_affairs):
    units = [factories.unit(f"U{number}", f"Sở {number}") for number in range(20)]
    others = [factories.person(f"{unit.code}@sample.test", "Người", "official", unit) for unit in units]
    one, many = mails_about(things, [official]), mails_about(things, [home_affairs, *others])

    assert _queries(one, [official]) == _queries(many, [home_affairs, *others])


def _queries(mails, people) -> int:
    known = readers(people)
    with CaptureQueriesContext(connection) as asked:
        items_for(mails, known)
    return len(asked)
