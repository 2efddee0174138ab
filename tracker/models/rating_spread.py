"""How the ratings of a year are spread over the groups: as published, and as counted from the units themselves."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .rating import Rating, RatingScale
from .unit import UnitGroup


@dataclass(frozen=True)
class Difference:
    """A figure that was published in one way and counted in another."""

    group: object
    rating: object
    published: int
    counted: int


def counted(review) -> Counter:
    """How many units of each group have each rating entered."""
    rated = review.assessed_units.filter(rating__isnull=False).select_related("group", "rating")
    return Counter((each.group, each.rating) for each in rated if each.group)


def published(review) -> Counter:
    """How many units of each group got each rating, as published; different reasons added up."""
    spread: Counter = Counter()
    for row in review.group_ratings.select_related("group", "rating"):
        spread[row.group, row.rating] += row.count
    return spread


def differences(review) -> list[Difference]:
    """Where the published distribution is not what the entered ratings make; by group and rating."""
    theirs, ours = published(review), counted(review)
    places = sorted(theirs | ours, key=lambda place: (place[0].position, place[1].position))
    return [
        Difference(*place, theirs[place], ours[place]) for place in places if theirs[place] != ours[place]
    ]


def changes_against(review, earlier) -> list[str]:
    """Published changes that are not what last year's published distribution says, in words."""
    then, now = published(earlier), published(review)
    stated: Counter = Counter()
    for row in review.group_ratings.filter(change__isnull=False).select_related("group", "rating"):
        stated[row.group, row.rating] += row.change
    words = _(
        "%(group)s, “%(rating)s”: published change %(stated)s, but %(then)s units in %(year)s and %(now)s now."
    )
    return [
        words % {"group": place[0], "rating": place[1], "stated": f"{change:+}", "then": then[place],
                 "now": now[place], "year": earlier.year}
        for place, change in stated.items()
        if any(each[0] == place[0] for each in then) and now[place] - then[place] != change
    ]  # fmt: skip


def in_words(difference: Difference) -> str:
    """One difference as a sentence."""
    words = ngettext(
        "%(group)s, “%(rating)s”: %(published)s published, %(counted)s unit entered.",
        "%(group)s, “%(rating)s”: %(published)s published, %(counted)s units entered.",
        difference.counted,
    )
    return words % {"group": difference.group, "rating": difference.rating,
                    "published": difference.published, "counted": difference.counted}  # fmt: skip


def ratings_of(review) -> list[Rating]:
    """The steps of the scale this year is rated on: that of what is written, else the newest."""
    used = Rating.objects.filter(
        Q(pk__in=review.group_ratings.values("rating")) | Q(pk__in=review.assessed_units.values("rating"))
    )
    scale = used.values_list("scale", flat=True).order_by().first() or _newest_scale()
    return list(Rating.objects.filter(scale=scale)) if scale else []


def groups_of(review) -> list[UnitGroup]:
    """The groups of the units assessed this year or of what was published; before any of it, those of the day."""
    places = Q(pk__in=review.assessed_units.values("group")) | Q(pk__in=review.group_ratings.values("group"))
    return list(UnitGroup.objects.filter(places) or UnitGroup.objects.valid_on(review.conference_on))


def _newest_scale() -> int | None:
    return RatingScale.objects.order_by("-pk").values_list("pk", flat=True).first()
