"""The table of indices for one year: each result beside another year's, its last five years, and the work on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Q

from tracker.models import Action, Index, IndexResult, Review
from tracker.models.index_change import Change, rank_change, value_change

YEARS_SHOWN = 5


@dataclass(frozen=True)
class Bar:
    """One year of a small chart; a year without a value is a gap, never 0."""

    year: int
    value: Decimal | None = None
    share: float | None = None
    is_this: bool = False
    is_other_scale: bool = False


@dataclass
class Row:
    """One index in the year shown."""

    index: Index
    result: IndexResult | None
    value: Change
    rank: Change
    bars: list[Bar] = field(default_factory=list)
    total: int = 0
    done: int = 0

    @property
    def has_values(self) -> bool:
        return any(bar.share is not None for bar in self.bars)


def rows_for(review: Review, other_year: int, actor) -> list[Row]:
    """A row for each index that has a result in some year, or weaknesses in this one."""
    years = {*range(review.year - YEARS_SHOWN + 1, review.year + 1), other_year}
    results = results_by_index(actor, years)
    work = _work(review, actor)
    known = IndexResult.objects.filter(review__in=Review.objects.with_results_for(actor))
    listed = Index.objects.filter(Q(pk__in=known.values("index")) | Q(pk__in=work.keys()))
    return [
        row_of(index, review.year, other_year, results.get(index.pk, {}), work.get(index.pk, {}))
        for index in listed
    ]


def row_of(index: Index, year: int, other_year: int, results: dict[int, IndexResult], work: dict) -> Row:
    """The row of an index whose results of some years, by year, were read already."""
    now, before = results.get(year), results.get(other_year)
    is_year_before = other_year == year - 1
    return Row(
        index, now,
        value_change(now, before, is_year_before=is_year_before),
        rank_change(now, before, is_year_before=is_year_before),
        bars(results, year), work.get("total", 0), work.get("done", 0),
    )  # fmt: skip


def results_by_index(actor, years: Iterable[int]) -> dict[int, dict[int, IndexResult]]:
    """Index id -> year -> what was published, as far as the reader may know of it."""
    reviews = Review.objects.with_results_for(actor).filter(year__in=years)
    found: dict[int, dict[int, IndexResult]] = {}
    for result in IndexResult.objects.filter(review__in=reviews).select_related("review", "index"):
        found.setdefault(result.index_id, {})[result.review.year] = result
    return found


def bars(results: dict[int, IndexResult], year: int) -> list[Bar]:
    """The last five years, each value as a share of its scale; another scale than this year's is told apart."""
    scale = results[year].scale if year in results else None
    return [
        _bar(results.get(each), each, each == year, scale) for each in range(year - YEARS_SHOWN + 1, year + 1)
    ]


def _bar(result: IndexResult | None, year: int, is_this: bool, scale) -> Bar:
    if result is None or result.value is None:
        return Bar(year, is_this=is_this)
    share = float(result.value / result.scale)
    return Bar(year, result.value, share, is_this, scale is not None and result.scale != scale)


def _work(review: Review, actor) -> dict[int, dict]:
    """How many actions the reader's list shows for each index, and how many of them are done."""
    actions = Action.objects.visible_to(actor).filter(weakness__review=review).order_by()
    counted = actions.values("weakness__index").annotate(
        total=Count("pk"), done=Count("pk", filter=Q(state="done"))
    )
    return {row["weakness__index"]: row for row in counted}
