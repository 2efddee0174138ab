"""Published results for tests: PAR INDEX as the province had it in 2021, and a scale of ratings."""

from decimal import Decimal

from tests import factories
from tracker.models import Rating, RatingScale, Review

TODAY = factories.SUMMER
PAR = {
    "value": Decimal("86.77"), "unit_label": "điểm", "scale": Decimal(100), "rank": 27, "rank_of": 63,
    "change_value": Decimal("2.26"), "change_rank": 1, "source": "Quyết định công bố",
}  # fmt: skip
PAR_BEFORE = PAR | {"value": Decimal("84.51"), "rank": 28, "change_value": None, "change_rank": None}


def write(review: Review, person, code: str = "PAR_INDEX", **published) -> int:
    """What Home Affairs writes down of an index."""
    by = factories.actor(person)
    return review.write_result(by=by, today=TODAY, index=factories.index(code), **published)


def year_of(year: int, **fields) -> Review:
    """Another year's review, in preparation unless it is said otherwise."""
    days = {"conference_on": factories.CONFERENCE, "submissions_due_on": factories.DEADLINE,
            "plan_due_on": factories.ISSUED}  # fmt: skip
    days = {name: day.replace(year=year + 1) for name, day in days.items()}
    return Review.objects.create(year=year, **days | fields)


def ratings() -> dict[str, Rating]:
    """Excellent from 90 points, good, and not ranked."""
    scale = RatingScale.objects.create(code="hg-2021", name_vi="Kỳ 2021")
    rows = [("xuat-sac", "Xuất sắc", "Excellent", True, Decimal(90)), ("tot", "Tốt", "Good", True, None),
            ("khong-xep-hang", "Không xếp hạng", "Not ranked", False, None)]  # fmt: skip
    made = [Rating(scale=scale, code=code, name_vi=vi, name_en=en, is_ranked=ranked, minimum=least, position=place)
            for place, (code, vi, en, ranked, least) in enumerate(rows)]  # fmt: skip
    return {rating.code: rating for rating in Rating.objects.bulk_create(made)}


def rate(review: Review, person, unit, **row) -> int:
    """How one unit was rated."""
    return review.write_ratings(by=factories.actor(person), today=TODAY, ratings={unit.pk: row})


def spread(review: Review, person, *rows: tuple) -> int:
    """The published distribution: group, rating, count, change, reason."""
    names = ("group", "rating", "count", "change", "reason")
    written = {str(number): dict(zip(names, row, strict=True)) for number, row in enumerate(rows)}
    return review.write_distribution(by=factories.actor(person), today=TODAY, rows=written)
