"""The criteria an index had in a year, and what must hold of the points written down for them."""

from collections.abc import Mapping
from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.figures import figure

from .index import CriteriaSet, Criterion


def criteria_of(review, index) -> list[Criterion]:
    """The criteria of the version that was in force that year, in order; none when none is recorded."""
    sets = CriteriaSet.objects.filter(index=index)
    written = sets.filter(criteria__results__review=review).first()
    in_force = sets.valid_on(date(review.year, 12, 31)).order_by(F("valid_from").desc(nulls_last=True))
    version = written or in_force.first()
    return list(version.criteria.select_related("criteria_set")) if version else []


def expect_sound(index, points: Mapping[int, dict]) -> dict[int, Criterion]:
    """The index's criteria by id. Raises Invalid, by `points_<id>` and `note_<id>`, for points that cannot be."""
    criteria = Criterion.objects.filter(criteria_set__index=index).in_bulk()
    if points.keys() - criteria.keys():
        raise Invalid(
            {"criteria": _("These criteria do not belong to the index “%(index)s”.") % {"index": index}}
        )
    found: dict[str, str] = {}
    for pk, row in points.items():
        found |= _objections(criteria[pk], row)
    if found:
        raise Invalid(found)
    return criteria


def _objections(criterion: Criterion, row: dict) -> dict[str, str]:
    value, most = row.get("value"), criterion.maximum_points
    if value is None:
        words = _("Give the points this note belongs to, or empty the note.")
        return {f"note_{criterion.pk}": words} if row.get("note") else {}
    if value < 0:
        return {f"points_{criterion.pk}": _("Points are 0 or more.")}
    if most is not None and value > most:
        words = _("At most %(most)s points can be had here.") % {"most": figure(most)}
        return {f"points_{criterion.pk}": words}
    return {}
