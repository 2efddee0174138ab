"""The review of 2021 and its results, exactly as the province published them; and the year before, reckoned back."""

from datetime import date
from decimal import Decimal

from tracker.models import GroupRating, Index, IndexResult, Rating, RatingScale, Review, UnitGroup

from . import fixtures
from .fixtures import Row
from .shift import Shift

YEAR_BEFORE = "year_before.json"
NUMBERS = ("value", "scale", "change_value")


def load_review(shift: Shift, by) -> Review:
    """The review in preparation, with the dates the chairman gave."""
    return fixtures.attempt("results.json, review", _load_review, fixtures.read("results.json"), shift, by)


def load_results(review: Review) -> None:
    """What was published of each index, and how many units of each group got which rating."""
    _load_file("results.json", review, _load_ratings())


def load_year_before(shift: Shift, by, today: date) -> None:
    """The results of 2020, reckoned back from the published changes, to compare with."""
    row = fixtures.read(YEAR_BEFORE)["review"]
    held_on = shift.day(row["conference_on"])
    past = Review.remember(by=by, today=today, year=row["year"], conference_on=held_on, is_sample=True)
    _load_file(YEAR_BEFORE, past, {rating.code: rating for rating in Rating.objects.all()})


def _load_file(name: str, review: Review, ratings: dict[str, Rating]) -> None:
    indices = Index.objects.in_bulk(field_name="code")
    fixtures.each(name, "results", lambda row: _load_result(review, indices, row))
    fixtures.each(name, "group_ratings", lambda row: _load_group_rating(review, ratings, row))


def _load_review(content: Row, shift: Shift, by) -> Review:
    row = content["review"]
    dates = {name: shift.day(row[name]) for name in ("conference_on", "submissions_due_on", "plan_due_on")}
    return Review.prepare(by=by, today=dates["conference_on"], year=row["year"], is_sample=True, **dates)


def _load_result(review: Review, indices: dict[str, Index], row: Row) -> None:
    numbers = {name: row[name] and Decimal(row[name]) for name in NUMBERS}
    IndexResult.objects.create(review=review, **row | numbers | {"index": indices[row["index"]]})


def _load_ratings() -> dict[str, Rating]:
    scale = RatingScale.objects.create(**fixtures.read("results.json")["rating_scale"])
    fixtures.each("results.json", "ratings", lambda row: Rating.objects.create(scale=scale, **row))
    return {rating.code: rating for rating in scale.ratings.all()}


def _load_group_rating(review: Review, ratings: dict[str, Rating], row: Row) -> None:
    """ "Not ranked" is a decision, so it comes with its reason."""
    rating = ratings[row["rating"]]
    if not rating.is_ranked and not row["reason"]:
        raise ValueError("not ranked, but no reason is given")
    group = UnitGroup.objects.get(code=row["group"])
    GroupRating.objects.create(review=review, **row | {"group": group, "rating": rating})
