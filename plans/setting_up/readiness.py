"""Everything a review is about to be opened with: units, what each must answer, and who gets the letter."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracker.models import AssessedUnit, Index, Membership, Review, User, Weakness

READERS = ("official", "unit_head")


@dataclass(frozen=True)
class Ready:
    """One unit on the day of the opening."""

    assessed: AssessedUnit
    weaknesses: int
    people: list[User]

    @property
    def unit(self):
        return self.assessed.unit


class Readiness:
    """What the pages of preparation count and name; nothing is asked for twice."""

    def __init__(self, review: Review, today: date):
        self.review, self.today = review, today

    @cached_property
    def units(self) -> list[Ready]:
        assessed = self.review.assessed_units.select_related("unit", "group")
        counts, people = Counter(each.unit_id for each in self.weaknesses), self._people()
        return [Ready(each, counts[each.unit_id], people[each.unit_id]) for each in assessed]

    @cached_property
    def weaknesses(self) -> list[Weakness]:
        """The province-wide ones first, then by unit in the order of the papers."""
        listed = self.review.weaknesses.select_related("unit", "index", "criterion", "repeats")
        by_unit = listed.order_by("unit__group__position", "unit__sort_key", "ref")
        return sorted(by_unit, key=lambda each: each.unit_id is not None)

    @property
    def province_wide(self) -> list[Weakness]:
        return [each for each in self.weaknesses if each.unit_id is None]

    @property
    def repeating(self) -> list[Weakness]:
        return [each for each in self.weaknesses if each.repeats_id]

    @property
    def recipients(self) -> list[User]:
        """Each person once, also one who works in two units."""
        return list({person.pk: person for ready in self.units for person in ready.people}.values())

    @property
    def silent(self) -> list[Ready]:
        """Units without anybody who could log in."""
        return [ready for ready in self.units if not ready.people]

    @property
    def without_weaknesses(self) -> list[Ready]:
        return [ready for ready in self.units if not ready.weaknesses]

    @property
    def without_group(self) -> list[Ready]:
        return [ready for ready in self.units if not ready.assessed.group_id]

    @cached_property
    def results(self) -> int:
        """How many indices have a result for this year."""
        return self.review.results.count()

    @cached_property
    def lacking_results(self) -> list[Index]:
        """The indices that had a result in an earlier year and have none for this one."""
        earlier = Index.objects.filter(results__review__year__lt=self.review.year)
        return list(earlier.exclude(results__review=self.review).distinct())

    @property
    def is_past(self) -> bool:
        """Whoever opens now would call for what was due before."""
        return self.review.submissions_due_on < self.today

    @property
    def digest(self) -> str:
        """SHA-256 of what is shown, so that nobody opens what a colleague has changed meanwhile."""
        units = [(each.assessed.unit_id, each.assessed.group_id) for each in self.units]
        weaknesses = [(each.pk, each.version) for each in self.weaknesses]
        shown = (self.review.version, units, weaknesses)
        return hashlib.sha256(repr(shown).encode()).hexdigest()

    def _people(self) -> dict[int, list[User]]:
        held = Membership.objects.valid_on(self.today).filter(role__in=READERS, user__is_active=True)
        held = held.filter(unit__assessments__review=self.review).select_related("user")
        people: dict[int, dict[int, User]] = defaultdict(dict)
        for each in held.order_by("-role", "user__sort_key"):
            people[each.unit_id][each.user_id] = each.user
        return defaultdict(list, {unit: list(known.values()) for unit, known in people.items()})
