"""The occasions of many units at once: as many queries for forty-six units as for one."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from tracker.models import Actor, Delegation, Membership, Unit, User
from tracker.models.actor import WORKING_ROLES

from .chase_rules import Occasion
from .chase_subjects import SUBJECTS


def of(letters, units: Iterable[Unit], *, by: Actor, now: datetime, about: str) -> list[Occasion]:
    """One for each unit, in their order; `letters` is the queryset in which earlier letters are looked up."""
    units = list(units)
    today = localdate(now)
    subjects, readers, last = (
        SUBJECTS[about].of_units(units, today),
        _readers(units, by, today),
        _last(letters, units),
    )
    return [Occasion(unit, by, now, subjects[unit.pk], readers[unit.pk], last.get(unit.pk)) for unit in units]


def _readers(units: list[Unit], by: Actor, today: date) -> dict[int, list[User]]:
    """Officials and heads of each unit who can log in, or who stands in for them; the sender needs no letter."""
    held = Membership.objects.valid_on(today).filter(unit__in=units).select_related("user")
    members = defaultdict(list)
    for membership in held.order_by("pk"):
        members[membership.unit_id].append(membership)
    away = _away(today)
    return {unit.pk: _present(members[unit.pk], away, by) for unit in units}


def _away(today: date) -> dict[int, User]:
    """Who stands in today for whom."""
    absences = Delegation.objects.on(today).filter(stand_in__is_active=True)
    return {each.absentee_id: each.stand_in for each in absences.select_related("stand_in").order_by("pk")}


def _present(members: list[Membership], away: dict[int, User], by: Actor) -> list[User]:
    """Only a colleague of the unit stands in; another would not see its work."""
    colleagues = {held.user_id for held in members}
    people = [held.user for held in members if held.role in WORKING_ROLES and held.user.is_active]
    deputies = {absent: deputy for absent, deputy in away.items() if deputy.pk in colleagues}
    present = {deputies.get(person.pk, person) for person in people} - {by.user}
    return sorted(present, key=lambda person: (person.sort_key, person.pk))


def _last(letters, units: list[Unit]) -> dict:
    """The latest letter to each unit."""
    latest = letters.filter(unit__in=units).order_by("unit_id", "-chased_at", "-pk").distinct("unit_id")
    return {letter.unit_id: letter for letter in latest.select_related("chased_by")}
