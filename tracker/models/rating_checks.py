"""What must hold of ratings before they are written: each objection by field, with how to mend it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.figures import figure

from .assessed_unit import AssessedUnit

MOST_POINTS = Decimal(200)


def expect_assessed(ratings: Mapping[int, dict], assessed: Mapping[int, AssessedUnit]) -> None:
    """Only units that were chosen for the review are rated in it."""
    if ratings.keys() - assessed.keys():
        raise Invalid(
            {"ratings": _("Some of these units are not assessed in this review. Choose its units first.")}
        )


def expect_sound(assessed: Iterable[AssessedUnit]) -> None:
    """Raise Invalid by `rating_<unit>`, `points_<unit>` and `reason_<unit>`."""
    found: dict[str, str] = {}
    scales = {each.rating.scale_id for each in assessed if each.rating}
    for each in assessed:
        objections = _objections(each)
        if len(scales) > 1 and each.rating:
            objections["rating"] = _(
                "All units of a review are rated on one scale. Choose steps of one scale."
            )
        found |= {f"{name}_{each.unit.code}": words for name, words in objections.items()}
    if found:
        raise Invalid(found)


def expect_sound_distribution(rows: Mapping[str, dict]) -> None:
    """Raise Invalid by `count_<key>`, `change_<key>` and `reason_<key>`."""
    found: dict[str, str] = {}
    seen = set()
    for key, row in rows.items():
        objections = _objections_to_count(row)
        place = (row["group"], row["rating"], row["reason"])
        if place in seen:
            objections["count"] = _("This group has this rating twice for the same reason. Make it one row.")
        seen.add(place)
        found |= {f"{name}_{key}": words for name, words in objections.items()}
    if found:
        raise Invalid(found)


def _objections(assessed: AssessedUnit) -> dict[str, str]:
    rating, points, found = assessed.rating, assessed.points, {}
    if points is not None and not 0 <= points <= MOST_POINTS:
        words = _("Points lie between 0 and %(most)s; look at the decimal comma.")
        found["points"] = words % {"most": figure(MOST_POINTS)}
    elif rating and rating.minimum is not None and points is not None and points < rating.minimum:
        words = _("“%(rating)s” begins at %(points)s points. Correct the points or the rating.")
        found["points"] = words % {"rating": rating, "points": figure(rating.minimum)}
    if rating and not rating.is_ranked and not assessed.reason:
        found["reason"] = _("“Not ranked” is a decision; say its reason.")
    if assessed.reason and not rating:
        found["rating"] = _("Choose the rating this reason belongs to, or empty the reason.")
    return found


def _objections_to_count(row: dict) -> dict[str, str]:
    found = {}
    if not row["count"] or row["count"] < 1:
        found["count"] = _("Say how many units, 1 or more; leave the whole row empty when there were none.")
    elif row["change"] is not None and row["change"] > row["count"]:
        found["change"] = _("With this change there would have been fewer than 0 units the year before.")
    if not row["rating"].is_ranked and not row["reason"]:
        found["reason"] = _("“Not ranked” is a decision; say its reason.")
    return found
