"""One index in two years: its published result, and how its lost points stand."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from tracker.models import CriteriaSet, Criterion, Index, IndexResult
from tracker.models.index_change import Change, rank_change, value_change

from .answers import Answer
from .building import Ground, rows_of
from .points import Year, wholes
from .rows import Row


@dataclass(frozen=True)
class Fresh:
    """A criterion at its maximum this year and below it the next."""

    criterion: Criterion
    lost: Decimal


@dataclass(frozen=True)
class IndexAccount:
    """The rows of one index with their sums. Points of different indices are never added up."""

    index: Index
    result_now: IndexResult | None
    result_then: IndexResult | None
    value: Change
    rank: Change
    rows: list[Row]
    fresh: list[Fresh]
    versions: tuple[CriteriaSet | None, CriteriaSet | None]

    @property
    def has_other_criteria(self) -> bool:
        """Another version of the criteria counts in the next year."""
        now, then = self.versions
        return bool(now and then) and now != then

    @property
    def has_figures(self) -> bool:
        """Whether there is a published value, or a criterion of which it is known what it lost."""
        results = (self.result_now, self.result_then)
        return bool(self.counted) or any(each and each.value is not None for each in results)

    @property
    def reasons(self) -> list[str]:
        """Why nothing can be said of its criteria, each reason once."""
        return list(dict.fromkeys(row.verdict.why.label for row in self.rows if row.verdict.why))

    @property
    def counted(self) -> list[Row]:
        return [row for row in self.rows if row.is_counted]

    @property
    def answers(self) -> Counter:
        """Answer -> how many criteria got it."""
        return Counter(row.verdict.answer for row in self.counted)

    def answered(self, answer: Answer) -> list[Row]:
        return [row for row in self.counted if row.verdict.answer == answer]

    @property
    def compared(self) -> list[Row]:
        """The criteria whose points of both years can be reckoned with."""
        return [row for row in self.counted if row.verdict.back is not None]

    @property
    def lost(self) -> Decimal:
        """Of the criteria that can be compared."""
        return sum((row.verdict.of for row in self.compared), Decimal(0))

    @property
    def back(self) -> Decimal:
        """What came back of it, less what was lost more."""
        return sum((row.verdict.back for row in self.compared), Decimal(0))


def account_of(index: Index, ground: Ground) -> IndexAccount:
    now, then = ground.now.results.get(index.pk), ground.then.results.get(index.pk)
    return IndexAccount(
        index, now, then, value_change(then, now), rank_change(then, now), rows_of(index, ground),
        _fresh(index, ground.now, ground.then) if ground.is_whole_province else [],
        (ground.now.version_of(index), ground.then.version_of(index)),
    )  # fmt: skip


def _fresh(index: Index, now: Year, then: Year) -> list[Fresh]:
    """Lost for the first time; a part is not told beside its whole."""
    above = wholes(now.criteria.get(index.pk, []))
    found = {code: each for code in above if (each := _newly_lost((index.pk, code), now, then))}
    names = now.by_code(index)
    return [Fresh(names[code], lost) for code, lost in found.items() if not found.keys() & set(above[code])]


def _newly_lost(key, now: Year, then: Year) -> Decimal | None:
    before, after = now.points.get(key), then.points.get(key)
    if not before or not after or before.lost != 0 or before.most != after.most:
        return None
    return after.lost
