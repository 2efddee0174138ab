"""Which units a review could assess: those of its conference day, beside what the year before had."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from plans.models.submissions.repeating import earlier
from tracker.models import Review, Unit, UnitGroup


@dataclass(frozen=True)
class Candidates:
    """The units to tick, the groups to choose from, and what has become of last year's units."""

    units: list[Unit]
    groups: list[UnitGroup]
    chosen: dict[int, int | None]
    before: dict[int, UnitGroup | None]
    gone: list[Unit]
    weaknesses: dict[int, int]

    @classmethod
    def of(cls, review: Review) -> "Candidates":
        chosen = dict(review.assessed_units.values_list("unit", "group"))
        last = earlier(review)
        before = {each.unit_id: each.group for each in _assessed(last)} if last else {}
        return cls(
            units=list(_offered(review, chosen)),
            groups=list(_groups(review, chosen)),
            chosen=chosen,
            before=before,
            gone=_gone(before, review.conference_on),
            weaknesses=_weaknesses(review),
        )


def _assessed(review: Review) -> QuerySet:
    return review.assessed_units.select_related("group")


def _offered(review: Review, chosen: dict) -> QuerySet:
    """The assessed ones first, in the order of the papers; then bodies that were not assessed so far."""
    there = Unit.objects.filter(Q(pk__in=chosen) | Q(pk__in=Unit.objects.valid_on(review.conference_on)))
    return there.order_by("-is_reviewed", "group__position", "sort_key")


def _groups(review: Review, chosen: dict) -> QuerySet:
    valid = UnitGroup.objects.valid_on(review.conference_on)
    return UnitGroup.objects.filter(Q(pk__in=valid) | Q(pk__in=set(chosen.values())))


def _gone(before: dict, on: date) -> list[Unit]:
    """Last year's units that are no more, with their successors."""
    there = Unit.objects.valid_on(on)
    return list(Unit.objects.filter(pk__in=before).exclude(pk__in=there).prefetch_related("successors"))


def _weaknesses(review: Review) -> dict[int, int]:
    counted = review.weaknesses.exclude(unit=None).order_by().values_list("unit")
    return dict(counted.annotate(many=Count("pk")))
