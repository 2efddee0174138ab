"""The units as they stand: who can log in for them, how much is open, and what became of those that ended."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Q

from tracker.models import Action, Membership, Unit, User
from tracker.vietnamese import plain

NO_PASSWORD = "!"  # noqa: S105 - what Django writes in front where no password is set


@dataclass(frozen=True)
class Row:
    """One unit at a glance."""

    unit: Unit
    can_log_in: int
    open_actions: int
    overdue: int

    @property
    def is_unmanned(self) -> bool:
        """Nobody can log in where somebody has to hand in; the other bodies owe nothing."""
        return self.unit.is_reviewed and not self.can_log_in


def standing(today: date, text: str = "") -> list[Row]:
    """The units that exist, by group; four queries, however many units there are."""
    people = _by_unit(able_to_log_in(today))
    work, overdue = _counted(Action.objects.open()), _counted(Action.objects.overdue(today))
    units = _named(text).exclude(valid_to__lt=today)
    return [Row(unit, people[unit.pk], work[unit.pk], overdue[unit.pk]) for unit in units]


def ended(today: date, text: str = ""):
    """The units that are no more, the last to end first, with their successors."""
    return (
        _named(text)
        .filter(valid_to__lt=today)
        .prefetch_related("successors")
        .order_by("-valid_to", "sort_key")
    )


def able_to_log_in(today: date):
    """The roles of today of people who have chosen a password and are not shut out."""
    shut_out = Q(user__is_active=False) | Q(user__password__startswith=NO_PASSWORD) | Q(user__password="")
    held = Membership.objects.valid_on(today).exclude(shut_out)
    return held if settings.SAMPLE_MODE else held.exclude(user__is_sample=True)


def state_of(person: User) -> str:
    """Disabled, invited and not yet here, or able to log in."""
    if not person.is_active:
        return "disabled"
    return "active" if person.has_usable_password() else "invited"


def _named(text: str):
    found = Unit.objects.select_related("group").order_by("group__position", "group", "sort_key")
    return found.filter(plain__contains=plain(text)) if plain(text) else found


def _by_unit(held) -> Counter:
    counted = held.values("unit").annotate(people=Count("user", distinct=True)).order_by()
    return Counter({row["unit"]: row["people"] for row in counted})


def _counted(actions) -> Counter:
    counted = actions.values("lead_unit").annotate(number=Count("pk")).order_by()
    return Counter({row["lead_unit"]: row["number"] for row in counted})
