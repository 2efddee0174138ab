"""Mails that could not be delivered, as far as somebody may know of them who is to put it right."""

from django.db.models import QuerySet

from notifications.models import Envelope
from tracker.models import Actor, Membership


def undelivered_near(reader: Actor) -> QuerySet:
    """Home Affairs and administrators know of every one, others of those to the people of their units."""
    failed = Envelope.objects.filter(state="failed")
    if reader.is_home_affairs or reader.is_admin:
        return failed
    return failed.filter(recipient__in=Membership.objects.filter(unit__in=reader.unit_ids).values("user"))
