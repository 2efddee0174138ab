"""The letter that opens a review, as one reader will get it, before it is sent."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware

from notifications.models import Envelope, Obligation, ReminderRule
from tracker.models import Actor, Event, Review, User

from .contents import Item
from .letter import Letter
from .table import write

KIND = "review-opened"


def letter_of_opening(review: Review, reader: User, *, by: Actor, today: date) -> Letter:
    """Word for word what leaves when the review is opened today; nothing of it is kept."""
    written_at = make_aware(
        datetime.combine(today, time.min)
    )  # of the calendar file, once units owe something
    envelope = Envelope(
        kind=KIND, recipient=reader, address=reader.email, business_date=today, created_at=written_at
    )
    actor = Actor.of(reader, today=today, channel="worker")
    return write(envelope, [_item(review, actor, by, today)], actor, today)


def _item(review: Review, reader: Actor, by: Actor, today: date) -> Item:
    event = Event(verb="opened", happened_on=today, actor_name=by.signature)
    owed = Obligation(
        subject_type="review", subject_id=review.pk, subject_ref=str(review.year), event=event, occurrence=0,
        audience="unit_head" if "unit_head" in reader.roles else "official", due_on=today, fire_on=today,
        rule=ReminderRule.objects.of(KIND).first(),
    )  # fmt: skip
    return Item(owed, review)
