"""The recorded points and criteria of two years; criteria are the same where index and code are."""

from dataclasses import dataclass, field

from tracker.models import CriteriaSet, Criterion, CriterionResult, Index, IndexResult, Review
from tracker.models.dimension_checks import criteria_by_index

from .answers import Points

Key = tuple[int, str]  # the index and the criterion's code


@dataclass
class Year:
    """What was recorded for one review; of a review that does not exist, nothing."""

    review: Review | None
    results: dict[int, IndexResult] = field(default_factory=dict)
    criteria: dict[int, list[Criterion]] = field(default_factory=dict)
    points: dict[Key, Points] = field(default_factory=dict)

    @classmethod
    def of(cls, review: Review | None, indices: list[Index]) -> "Year":
        if review is None:
            return cls(None)
        results = {each.index_id: each for each in review.results.all()}
        return cls(review, results, criteria_by_index(review, [each.pk for each in indices]), _points(review))

    def by_code(self, index: Index) -> dict[str, Criterion]:
        """The index's criteria, in order, by their code."""
        return {each.code: each for each in self.criteria.get(index.pk, [])}

    def version_of(self, index: Index) -> CriteriaSet | None:
        """The version of the index's criteria that counts in this year."""
        known = self.criteria.get(index.pk)
        return known[0].criteria_set if known else None

    def has_points_of(self, index: Index) -> bool:
        return any(known == index.pk for known, _code in self.points)


def wholes(criteria: list[Criterion]) -> dict[str, list[str]]:
    """Code -> the codes of what the criterion is part of, the nearest first."""
    by_id = {each.pk: each for each in criteria}
    return {each.code: _above(each, by_id) for each in criteria}


def _above(criterion: Criterion, by_id: dict[int, Criterion]) -> list[str]:
    whole = by_id.get(criterion.parent_id)
    return [whole.code, *_above(whole, by_id)] if whole else []


def _points(review: Review) -> dict[Key, Points]:
    results = CriterionResult.objects.filter(review=review).select_related("criterion__criteria_set")
    return {
        (each.criterion.criteria_set.index_id, each.criterion.code): Points(
            each.value, each.criterion.maximum_points
        )
        for each in results
    }
