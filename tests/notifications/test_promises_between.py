"""Promises about the time between queueing and sending: what is no longer true is not sent, and why is kept."""

from datetime import date, time

import pytest

from notifications.models import Envelope, Obligation
from tests import factories
from tests.notifications import many
from tests.notifications.days import tick
from tracker.models import Membership

MONDAY = many.SEVEN_BEFORE


@pytest.fixture
def people(environment):
    """Six colleagues; what becomes of the action of each stands in his name."""
    names = ("reported", "given_away", "extended", "disabled", "moved", "untouched")
    return dict(zip(names, many.officials(environment, len(names)), strict=True))


@pytest.fixture
def queued(people, review, weakness, home_affairs, sink, settings):
    """A bundle for each of them stands ready, and the mail server is away."""
    review.submissions.update(state="exempt")
    actions = many.actions_of(list(people.values()), weakness, home_affairs)
    tick(date(2022, 6, 25))
    sink.mails.clear()
    settings.EMAIL_PORT = 1
    tick(MONDAY)
    settings.EMAIL_PORT = sink.port
    assert Envelope.objects.filter(kind="bundle", state="queued").count() == len(people)
    return dict(zip(people, actions, strict=True))


@pytest.fixture
def newcomer(environment):
    return factories.person("moi@sample.test", "Người Mới", "official", environment)


@pytest.fixture
def changed(queued, people, head, home_affairs, health, newcomer):
    """Everything that can happen to an action or its owner has happened, and the mail server is back."""
    on_monday = {"today": MONDAY}
    by = factories.actor(people["reported"])
    paper = {"number": "1/BC", "issued_on": MONDAY, "issuer": "Sở", "title": "Báo cáo"}
    queued["reported"].add_document(by=by, **on_monday, **paper)
    queued["reported"].report(by=by, **on_monday)
    queued["reported"].verify(by=factories.actor(home_affairs), **on_monday)
    queued["given_away"].assign(by=factories.actor(head), **on_monday, owner=newcomer)
    asked = queued["extended"].ask_extension(
        by=factories.actor(people["extended"]), **on_monday, requested_due_on=date(2022, 9, 30), reason="Chờ"
    )
    asked.approve(by=factories.actor(home_affairs), **on_monday)
    type(head).objects.filter(pk=people["disabled"].pk).update(is_active=False)
    Membership.objects.filter(user=people["moved"]).update(valid_to=date(2022, 8, 21))
    Membership.objects.create(user=people["moved"], unit=health, role="official", valid_from=MONDAY)
    tick(MONDAY, time(9))
    return queued


def test_each_reminder_that_no_longer_holds_is_cancelled_with_its_one_reason(changed, people):
    owed = Obligation.objects.filter(rule__code="action-due", fire_on=MONDAY)
    found = {
        name: list(owed.filter(recipient=person).values_list("state", "reason"))
        for name, person in people.items()
    }

    assert found == {
        "reported": [("cancelled", "closed")],
        "given_away": [("cancelled", "reassigned")],
        "extended": [("cancelled", "rescheduled")],
        "disabled": [("cancelled", "inactive")],
        "moved": [("cancelled", "reassigned")],
        "untouched": [("done", "")],
    }


def test_no_stale_bundle_leaves_and_the_new_owner_gets_his_own(changed, people, newcomer, sink):
    bundles = Envelope.objects.filter(kind="bundle")

    sent = {mail.recipient for mail in bundles.filter(state="sent")}
    assert sent == {people["untouched"], newcomer}
    assert {mail.reason for mail in bundles.exclude(state="sent")} == {"empty"}
    ids = {mail["Message-ID"] for mail in sink.mails}
    assert set(bundles.filter(state="sent").values_list("message_id", flat=True)) <= ids
    assert not set(bundles.exclude(state="sent").values_list("message_id", flat=True)) & ids
    his = Obligation.objects.get(recipient=newcomer, rule__code="action-due")
    assert (his.subject_ref, his.state) == (changed["given_away"].ref, "done")


def test_what_the_disabled_account_was_owed_its_colleagues_are_told_at_the_next_offset(
    changed, people, newcomer
):
    tick(many.THREE_BEFORE)

    told = Obligation.objects.filter(subject_ref=changed["disabled"].ref, occurrence=-3, state="done")
    assert {owed.recipient for owed in told} >= {people["untouched"], newcomer}
    assert people["disabled"] not in {owed.recipient for owed in told}


def test_what_who_left_the_unit_was_owed_somebody_of_the_unit_is_told(changed, people, head):
    tick(many.THREE_BEFORE)

    told = Obligation.objects.filter(subject_ref=changed["moved"].ref, occurrence=-3, state="done")
    assert told.exists()
    assert people["moved"] not in {owed.recipient for owed in told}
