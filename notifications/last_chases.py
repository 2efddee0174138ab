"""The last letter to each unit, and how many it had this year: two queries, whatever the number of units."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.urls import reverse

from notifications.models import Chase, Obligation


@dataclass(frozen=True)
class LastChase:
    """The latest letter to a unit: when, the how-manieth of the year, whether its link was opened, where it is read."""

    chased_on: date
    chased_at: datetime
    count_this_year: int
    was_opened: bool
    address: str


def of_units(actor, year: int) -> dict[int, LastChase]:
    """By the unit's id; a unit that was never chased is not in it."""
    counts = _counts(actor, year)
    letters = Chase.objects.filter(pk__in=[row["latest"] for row in counts.values()])
    return {
        letter.unit_id: _told(letter, counts[letter.unit_id]["count"])
        for letter in letters.annotate(was_opened=Exists(_opened()))
    }


def _counts(actor, year: int) -> dict[int, dict]:
    letters = Chase.objects.visible_to(actor).order_by().values("unit")
    counted = letters.annotate(latest=Max("pk"), count=Count("pk", filter=Q(chased_on__year=year)))
    return {row["unit"]: row for row in counted}


def _opened():
    """The mails of a letter whose link somebody has opened."""
    told = Obligation.objects.filter(subject_type="chase", subject_id=OuterRef("pk"))
    return told.filter(envelope__opened_at__isnull=False)


def _told(letter: Chase, count: int) -> LastChase:
    address = reverse("chase", kwargs={"pk": letter.pk})
    return LastChase(letter.chased_on, letter.chased_at, count, letter.was_opened, address)
