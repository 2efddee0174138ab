"""What already stands in the template: the results that are known, and a row for everything that may be filled in."""

from collections.abc import Iterator

from tracker.models import Review
from tracker.models.review_results import PUBLISHED

from .names import Names


def results(review: Review, names: Names) -> Iterator[dict]:
    """A row for each index, as far as it is known."""
    kept = {each.index_id: each for each in review.results.all()}
    for shown, index in names["index"].shown.items():
        known = kept.get(index.pk)
        yield {"index": shown} | ({name: getattr(known, name) for name in PUBLISHED} if known else {})


def points(review: Review, names: Names) -> Iterator[dict]:
    """A row for each criterion of the year."""
    kept = {each.criterion_id: each for each in review.criterion_results.all()}
    for shown, index in names["index"].shown.items():
        for criterion in names.criteria[index.pk].values():
            known = kept.get(criterion.pk)
            yield {
                "index": shown, "criterion": criterion.code, "criterion_name": criterion.name_vi,
                "most": criterion.maximum_points, "value": known and known.value, "note": known.note if known else "",
            }  # fmt: skip


def ratings(review: Review, names: Names) -> Iterator[dict]:
    """A row for each unit that is assessed."""
    for each in names.assessed:
        yield {
            "unit": each.unit.code, "unit_name": each.unit.name_vi,
            "group_name": each.group.name_vi if each.group else "",
            "rating": each.rating.name_vi if each.rating else "", "points": each.points, "reason": each.reason,
        }  # fmt: skip


def spread(review: Review, names: Names) -> Iterator[dict]:
    """The published rows, and an empty one for each rank of each group that has none."""
    kept: dict = {}
    for row in review.group_ratings.order_by("pk"):
        kept.setdefault((row.group_id, row.rating_id), []).append(row)
    for shown, group in names["group"].shown.items():
        for rated, rating in names["rating"].shown.items():
            rows = [{"count": row.count, "change": row.change, "reason": row.reason}
                    for row in kept.get((group.pk, rating.pk), [])]  # fmt: skip
            for row in rows or [{}]:
                yield {"group": shown, "rating": rated} | row


FILLED = {"results": results, "points": points, "ratings": ratings, "spread": spread}
