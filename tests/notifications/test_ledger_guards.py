"""The database itself keeps the ledger honest."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from notifications.engine import listen
from notifications.models import DeliveryAttempt, Envelope, EventFloor, HandledEvent, Obligation, ReminderRule
from tests.notifications.days import MONDAY, at, tick
from tracker.models import Event


@pytest.fixture
def sent(old_news, sink) -> Envelope:
    tick(MONDAY)
    return Envelope.objects.get(kind="bundle")


def refused(change) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


def test_an_attempt_is_neither_changed_nor_deleted(sent):
    refused(lambda: DeliveryAttempt.objects.update(outcome="sent"))
    refused(lambda: DeliveryAttempt.objects.all().delete())


def test_nothing_counts_as_sent_without_its_content(sent):
    refused(lambda: Envelope.objects.filter(pk=sent.pk).update(content_sha256=""))


def test_nobody_sends_without_a_lease(sent):
    refused(lambda: Envelope.objects.filter(pk=sent.pk).update(state="sending", sent_at=None))


def test_a_person_has_one_bundle_a_day(sent):
    copy = Envelope.objects.get(pk=sent.pk)
    copy.pk, copy.message_id = None, "<another@test>"
    refused(copy.save)


def test_the_same_thing_is_owed_once(sent):
    copy = Obligation.objects.filter(envelope=sent).first()
    copy.pk = None
    refused(copy.save)


def test_what_ends_without_being_told_ends_with_a_reason(sent):
    refused(lambda: Obligation.objects.filter(envelope=sent).update(state="cancelled"))


def test_of_one_rule_only_one_row_is_in_force(db):
    copy = ReminderRule.objects.get(code="action-due")
    copy.pk, copy.valid_from = None, MONDAY
    refused(copy.save)


def grow_old() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE tracker_event DISABLE TRIGGER event_append_only")
        Event.objects.update(recorded_at=timezone.now() - timedelta(hours=2))
        cursor.execute("ALTER TABLE tracker_event ENABLE TRIGGER event_append_only")


@pytest.mark.django_db(transaction=True)
def test_the_floor_rises_over_what_is_handled_and_old_and_the_marks_below_it_go(action, sink):
    listen.to_news(at(MONDAY))
    assert EventFloor.objects.get().event_id < Event.objects.first().pk

    grow_old()
    listen.to_news(at(MONDAY))
    assert EventFloor.objects.get().event_id == Event.objects.last().pk
    assert not HandledEvent.objects.exists()
