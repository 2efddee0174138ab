"""How many mails, of which kind and for whom: counted by the database, for pages that ask before they act."""

from collections import defaultdict
from datetime import date

from django.db.models import Count, Min

from tracker.models import Membership


class EnvelopeTallies:
    """Tallies of a set of mails."""

    def by_kind(self):
        """Each kind with the number of its mails and since when the oldest is owed, the most first."""
        counted = self.order_by().values("kind").annotate(count=Count("pk"), oldest=Min("not_before"))
        return counted.order_by("-count", "kind")

    def by_recipient(self):
        """Each recipient with the number of mails to him, in the order of names."""
        people = self.order_by().values("recipient", "recipient__full_name", "recipient__email")
        return people.annotate(count=Count("pk")).order_by("recipient__sort_key", "recipient")

    def by_unit(self, today: date) -> list[dict]:
        """Each unit with its people and the number of mails; whoever has no unit today comes last."""
        units, groups = self._units(today), defaultdict(list)
        for person in self.by_recipient():
            groups[units.get(person["recipient"])].append(person)
        named = sorted(
            groups.items(), key=lambda group: (group[0] is None, group[0].sort_key if group[0] else "")
        )
        return [{"unit": unit, "people": people, "count": _sum(people)} for unit, people in named]

    def _units(self, today: date) -> dict:
        held = Membership.objects.valid_on(today).filter(user__in=self.order_by().values("recipient"))
        return {
            membership.user_id: membership.unit for membership in held.select_related("unit").order_by("-pk")
        }


def _sum(people: list[dict]) -> int:
    return sum(person["count"] for person in people)
