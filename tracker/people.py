"""Whose names a reader may know: his own units' people, or everybody's for those who watch the province."""

from datetime import date

from django.db.models import QuerySet

from tracker.models import Membership, User


def known_to(actor, today: date) -> QuerySet:
    """Active people by given name."""
    active = User.objects.filter(is_active=True)
    if actor.sees_everything:
        return active
    colleagues = Membership.objects.valid_on(today).filter(unit__in=actor.unit_ids)
    return active.filter(pk__in=colleagues.values("user"))


def may_know_people_of(actor, unit) -> bool:
    return actor.sees_everything or unit.pk in actor.unit_ids
