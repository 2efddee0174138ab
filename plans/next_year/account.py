"""The whole page in one thing: two reviews side by side, as far as its reader may see them."""

from dataclasses import dataclass
from datetime import date

from plans.models.planning.period import usual_end
from tracker import rules
from tracker.models import Index, Review, Weakness

from . import gaps, ratings, repeats
from .answers import Answer
from .building import Ground, by_criterion, by_served
from .indices import IndexAccount, account_of
from .points import Year
from .rows import Row
from .work import Work, actions_of


@dataclass(frozen=True)
class NextYear:
    """What a review lost and what the next one measured."""

    review: Review
    then: Review | None
    is_whole_province: bool
    indices: list[IndexAccount]
    work: Work
    units: list[ratings.UnitAccount]
    repeated: list[repeats.Repeat]
    left: list[repeats.Repeat]
    gaps: list[gaps.Gap]

    @property
    def year_then(self) -> int:
        return self.review.plan_year

    @property
    def measured_until(self) -> date:
        """What is done after the year is over cannot show in its result."""
        return usual_end(self.review)

    def cautions(self, row: Row) -> list[str]:
        """What a reader must know of the row before he believes its answer."""
        return list(row.cautions(self.year_then, row.work.done_after(self.measured_until)))

    @property
    def unmeasured(self) -> list[Row]:
        """Criteria under which weaknesses were found, and of whose points nothing is recorded or stated."""
        rows = (row for each in self.indices for row in each.rows)
        return [row for row in rows if row.code and row.lost is None and row.stated is None]

    @property
    def without_figures(self) -> list[IndexAccount]:
        return [each for each in self.indices if not each.has_figures]

    @property
    def unfinished(self) -> int:
        """How many actions are still open: what they were to bring could not show."""
        return self.work.counts["open"]

    @property
    def has_rated(self) -> bool:
        """Whether the ratings of any unit can be compared."""
        return any(each.why is None for each in self.units)

    def answered(self, answer: Answer) -> list[Row]:
        """The criteria that got this answer, index by index."""
        return [row for each in self.indices for row in each.answered(answer)]

    @property
    def unaddressed(self) -> list[Row]:
        """Points lost that nobody addressed."""
        rows = (row for each in self.indices for row in each.rows)
        return [row for row in rows if row.has_lost and not row.is_addressed]

    @classmethod
    def of(cls, review: Review, actor) -> "NextYear":
        """The same number of queries however much there is to read."""
        then = Review.objects.with_results_for(actor).filter(year=review.plan_year).first()
        listed, sees_all = list(Index.objects.all()), rules.may_see_ratings_of_others(actor)
        weaknesses, actions = _weaknesses(review, actor), actions_of(review, actor)
        ground = Ground(
            Year.of(review, listed), Year.of(then, listed), by_criterion(weaknesses),
            by_served(actions, weaknesses), sees_all,
        )  # fmt: skip
        indices = [account for each in listed if _is_told(account := account_of(each, ground), sees_all)]
        units = ratings.accounts(review, then, actions, actor)
        again = repeats.repeated(then, weaknesses, actions, actor) if then else []
        rest = repeats.left(review, then, weaknesses, actions) if then else []
        missing = gaps.gaps(ground, indices, units, review.year)
        return cls(review, then, sees_all, indices, Work.of(actions), units, again, rest, missing)


def _is_told(account: IndexAccount, sees_all: bool) -> bool:
    """A unit reads of the indices it has work under."""
    return bool(account.rows) or (sees_all and bool(account.result_now or account.fresh))


def _weaknesses(review: Review, actor) -> list[Weakness]:
    """Those of the review that the reader may see."""
    visible = Weakness.objects.visible_to(actor).filter(review=review)
    return list(visible.select_related("unit", "index", "criterion__criteria_set"))
