"""What has to be recorded before the question can be answered, and where."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.models import Index

from .building import Ground
from .indices import IndexAccount
from .ratings import NotRated, UnitAccount


class Missing(models.TextChoices):
    """What is not recorded yet."""

    REVIEW = "review", _("the review of the next year")
    RESULT = "result", _("the result of the index")
    POINTS = "points", _("the points of the criteria")
    RATINGS = "ratings", _("the ratings of units")


@dataclass(frozen=True)
class Gap:
    """Something missing of a year; of an index, or of all units."""

    what: Missing
    year: int
    index: Index | None = None

    @property
    def heading(self) -> tuple[Missing, int]:
        """What several indices lack alike."""
        return self.what, self.year


def gaps(ground: Ground, indices: list[IndexAccount], units: list[UnitAccount], year: int) -> list[Gap]:
    """The next year's first; of this year only the points without which nothing can be compared."""
    if ground.then.review is None:
        return [Gap(Missing.REVIEW, year + 1), *_of_this_year(ground, indices, year)]
    found = [gap for each in indices for gap in _of_index(each, ground, year + 1)]
    if any(each.why == NotRated.NOT_ENTERED for each in units):
        found.append(Gap(Missing.RATINGS, year + 1))
    found.sort(key=lambda gap: list(Missing).index(gap.what))
    return found + _of_this_year(ground, indices, year)


def _of_index(account: IndexAccount, ground: Ground, year: int) -> list[Gap]:
    index = account.index
    result = [Gap(Missing.RESULT, year, index)] if account.result_now and not account.result_then else []
    is_unread = account.rows and not ground.then.has_points_of(index)
    return result + ([Gap(Missing.POINTS, year, index)] if is_unread else [])


def _of_this_year(ground: Ground, indices: list[IndexAccount], year: int) -> list[Gap]:
    unread = (each for each in indices if each.rows and not ground.now.has_points_of(each.index))
    return [Gap(Missing.POINTS, year, each.index) for each in unread]
