"""The criteria of an index through the years: points, what was lost, and the weaknesses found under each."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Q

from tracker.models import Criterion, CriterionResult, Review, Weakness
from tracker.models.dimension_checks import criteria_of

YEARS_SHOWN = 3


@dataclass
class Cell:
    """The points of one year; those of another maximum are told apart."""

    year: int
    value: Decimal | None = None
    maximum: Decimal | None = None
    is_other_maximum: bool = False


@dataclass
class CriterionRow:
    """One criterion with this year's points, those of earlier years, and its weaknesses."""

    criterion: Criterion
    depth: int
    value: Decimal | None
    note: str
    earlier: list[Cell]
    weaknesses: list[Weakness] = field(default_factory=list)

    @property
    def lost(self) -> Decimal | None:
        """What was not reached of what could be had; unknown without a maximum."""
        most = self.criterion.maximum_points
        return None if self.value is None or most is None else most - self.value


def earlier_years(review: Review) -> list[int]:
    return [review.year - back for back in range(1, YEARS_SHOWN)]


def criteria_rows(review: Review, index, weaknesses: list[Weakness]) -> list[CriterionRow]:
    """The year's criteria, parts below their whole; earlier points are those of the criterion of the same code."""
    criteria, points = criteria_of(review, index), _points(review, index)
    found = defaultdict(list)
    for weakness in weaknesses:
        if weakness.criterion:
            found[weakness.criterion.code].append(weakness)
    return [
        _row(criterion, depth, review, points, found[criterion.code])
        for criterion, depth in _in_order(criteria)
    ]


def weaknesses_of(review: Review, index, actor) -> list[Weakness]:
    """The weaknesses of the year under this index, as far as the reader may see them."""
    visible = Weakness.objects.visible_to(actor).filter(review=review, index=index)
    return list(visible.select_related("unit", "criterion"))


def _points(review: Review, index) -> dict[tuple[int, str], CriterionResult]:
    years = [review.year, *earlier_years(review)]
    results = CriterionResult.objects.filter(criterion__criteria_set__index=index, review__year__in=years)
    known = results.filter(~Q(review__state="preparing") | Q(review=review))
    return {(each.review.year, each.criterion.code): each
            for each in known.select_related("review", "criterion")}  # fmt: skip


def _row(criterion, depth, review, points, weaknesses) -> CriterionRow:
    now = points.get((review.year, criterion.code))
    earlier = [_cell(criterion, year, points.get((year, criterion.code))) for year in earlier_years(review)]
    return CriterionRow(criterion, depth, now and now.value, now.note if now else "", earlier, weaknesses)


def _cell(criterion, year: int, result) -> Cell:
    if result is None:
        return Cell(year)
    most = result.criterion.maximum_points
    return Cell(year, result.value, most, most != criterion.maximum_points)


def _in_order(criteria: list[Criterion], parent: int | None = None, depth: int = 0):
    """Each criterion followed by its parts."""
    for criterion in criteria:
        if criterion.parent_id == parent:
            yield criterion, depth
            yield from _in_order(criteria, criterion.pk, depth + 1)
