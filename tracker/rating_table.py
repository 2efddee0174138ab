"""The distribution of ratings as a table, and how it agrees with the ratings entered for each unit."""

from dataclasses import dataclass, field

from tracker.models import GroupRating, Rating, Review, UnitGroup
from tracker.models.rating_spread import changes_against, differences, groups_of, in_words, ratings_of


@dataclass
class Spread:
    """One group: how many units got each rating, in the order of the scale; and what was said of it."""

    group: UnitGroup
    cells: list[dict]
    total: int
    reasons: list[GroupRating] = field(default_factory=list)


@dataclass(frozen=True)
class Distribution:
    ratings: list[Rating]
    groups: list[Spread]
    totals: list[tuple[Rating, int]]
    total: int


@dataclass(frozen=True)
class Check:
    """How far the ratings of units are entered, and where they disagree with what was published."""

    rated: int
    assessed: int
    is_published: bool
    differences: list[str]
    changes: list[str]


def distribution_of(review: Review) -> Distribution:
    """As published; a rating nobody got has no column."""
    rows = list(review.group_ratings.select_related("group", "rating"))
    used = {row.rating_id for row in rows}
    ratings = [rating for rating in ratings_of(review) if rating.pk in used]
    groups = [_spread(group, ratings, rows) for group in groups_of(review)]
    totals = [(rating, sum(row.count for row in rows if row.rating_id == rating.pk)) for rating in ratings]
    return Distribution(ratings, groups, totals, sum(row.count for row in rows))


def check_of(review: Review) -> Check:
    """The published distribution beside what the entered ratings make."""
    units = review.assessed_units
    rated, assessed = units.filter(rating__isnull=False).count(), units.count()
    is_published = review.group_ratings.exists()
    earlier = Review.objects.filter(year=review.year - 1).first()
    return Check(
        rated, assessed, is_published,
        _disagreements(review, is_complete=rated == assessed) if rated and is_published else [],
        changes_against(review, earlier) if earlier else [],
    )  # fmt: skip


def _disagreements(review: Review, is_complete: bool) -> list[str]:
    """While ratings are still missing, only what is entered more often than published is a difference."""
    return [in_words(each) for each in differences(review) if is_complete or each.counted > each.published]


def _spread(group: UnitGroup, ratings: list[Rating], rows: list[GroupRating]) -> Spread:
    own = [row for row in rows if row.group_id == group.pk]
    cells = [_cell(rating, [row for row in own if row.rating_id == rating.pk]) for rating in ratings]
    return Spread(group, cells, sum(row.count for row in own), [row for row in own if row.reason])


def _cell(rating: Rating, rows: list[GroupRating]) -> dict:
    changes = [row.change for row in rows if row.change is not None]
    return {
        "rating": rating,
        "count": sum(row.count for row in rows),
        "change": sum(changes) if changes else None,
    }
