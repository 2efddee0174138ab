"""Whom and what the rows of a chain may name: people of the unit, units of the province, criteria by index."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tracker.models import Criterion, Index, Unit, User, Weakness

NOBODY = [("", "–")]


@dataclass(frozen=True)
class Choices:
    """Read once for all rows of a card; people are sorted by given name."""

    people: dict[str, User]
    units: dict[str, Unit]
    own: Unit
    present: frozenset[str]

    @classmethod
    def of(cls, weakness: Weakness, today: date) -> "Choices":
        """Those of the day, and those already named in the card: they stay readable after they have left."""
        members = weakness.unit.memberships.valid_on(today).values("user")
        present = list(User.objects.filter(is_active=True, pk__in=members))
        people = {str(each.pk): each for each in [*present, *_named_before(weakness)]}
        units = Unit.objects.valid_on(today).exclude(pk=weakness.unit_id).select_related(None)
        return cls(
            people,
            {str(each.pk): each for each in units},
            weakness.unit,
            frozenset(str(each.pk) for each in present),
        )

    def owners(self) -> list[tuple[str, str]]:
        return NOBODY + [(key, self._label(key)) for key in self.people]

    def bearers(self) -> list:
        """One list for who answers: a person of the unit, or the unit itself."""
        people = [(f"person-{key}", self._label(key)) for key in self.people]
        itself = [(f"unit-{self.own.pk}", str(self.own))]
        return [*NOBODY, (_("People of the unit"), people), (_("The unit as a whole"), itself)]

    def bearer(self, value: str) -> dict:
        """Who was chosen, as the row names it."""
        kind, _dash, key = value.partition("-")
        person = self.people.get(key) if kind == "person" else None
        return {"person": person, "organisation": self.own if kind == "unit" else None}

    def other_units(self) -> list[tuple[str, str]]:
        return [(key, str(unit)) for key, unit in self.units.items()]

    def _label(self, key: str) -> str:
        person = self.people[key]
        label = f"{person.full_name} – {person.job_title}" if person.job_title else person.full_name
        return label if key in self.present else f"{label} ({_('no longer in the unit')})"


def indices() -> list[tuple[str, str]]:
    return [("", _("Choose an index"))] + [(str(each.pk), each.short_name) for each in Index.objects.all()]


def criteria() -> tuple[list, dict[str, Criterion]]:
    """The criteria under their index, and each by its id."""
    found, groups = Criterion.objects.select_related("criteria_set__index"), defaultdict(list)
    ordered = found.order_by("criteria_set__index__position", "criteria_set", "position", "pk")
    known = {str(each.pk): each for each in ordered}
    for key, each in known.items():
        groups[each.criteria_set.index.short_name].append((key, f"{each.code} {each.name}"))
    return [("", _("No particular criterion")), *groups.items()], known


def _named_before(weakness: Weakness) -> list[User]:
    owners = [action.owner for action in weakness.actions.all()]
    bearers = [each.person for each in weakness.responsibilities.all()]
    return [person for person in owners + bearers if person]
