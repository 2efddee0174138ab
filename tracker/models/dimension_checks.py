"""The criteria an index had in a year, and what must hold of the points written down for them."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.figures import figure

from .index import CriteriaSet, Criterion, CriterionResult


def criteria_of(review, index) -> list[Criterion]:
    """The criteria of the version that was in force that year, in order; none when none is recorded."""
    return criteria_by_index(review, [index.pk]).get(index.pk, [])


def criteria_by_index(review, indices: Collection[int]) -> dict[int, list[Criterion]]:
    """The same for many indices at once: the version with points of the year goes before the one in force."""
    points = CriterionResult.objects.filter(review=review, criterion__criteria_set=OuterRef("pk"))
    sets = CriteriaSet.objects.filter(index__in=indices).annotate(is_written=Exists(points))
    in_force = sets.valid_on(date(review.year, 12, 31)).values("pk")
    known = sets.filter(Q(is_written=True) | Q(pk__in=in_force))
    latest = F("valid_from").desc(nulls_last=True)
    chosen = known.order_by("index_id", "-is_written", latest, "pk").distinct("index_id")
    return {
        version.index_id: list(version.criteria.all())
        for version in chosen.prefetch_related(
            Prefetch("criteria", Criterion.objects.select_related("criteria_set"))
        )
    }


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
