"""How a result stands to that of another year: only figures on one scale, and ranks among as many, are compared."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

ROUNDING = Decimal("0.01")  # both years are published rounded, so their difference may be off by as much


class Obstacle(models.TextChoices):
    """Why there is no change to show, or why it is no direct comparison."""

    NO_FIGURE = "no_figure", _("no figure for this year")
    NO_ROW = "no_row", _("no result of the other year is recorded")
    NO_FIGURE_THEN = "no_figure_then", _("the other year has no figure")
    OTHER_SCALE = "other_scale", _("not directly comparable: the scale is another one")
    OTHER_DENOMINATOR = "other_denominator", _("not directly comparable: another number was ranked")


@dataclass(frozen=True)
class Change:
    """What changed: as published, else as the two rows say; and what stands against comparing them."""

    amount: Decimal | int | None = None
    is_published: bool = False
    reckoned: Decimal | int | None = None
    obstacle: Obstacle | None = None
    tolerance: Decimal = Decimal(0)

    @property
    def is_direct(self) -> bool:
        """Only then an arrow says better or worse."""
        return self.obstacle not in (Obstacle.OTHER_SCALE, Obstacle.OTHER_DENOMINATOR)

    @property
    def contradicts(self) -> bool:
        """The published change is not what the two rows say."""
        is_checked = self.is_published and self.reckoned is not None
        return is_checked and abs(self.amount - self.reckoned) > self.tolerance


def value_change(now, before, *, is_year_before: bool = True) -> Change:
    """The change of the value against another year's result; either may be missing."""
    obstacle = _obstacle(now, before, "value", "scale", Obstacle.OTHER_SCALE)
    reckoned = None if obstacle else now.value - before.value
    published = now.change_value if now and is_year_before else None
    return _change(published, reckoned, obstacle, ROUNDING)


def rank_change(now, before, *, is_year_before: bool = True) -> Change:
    """The places gained against another year's result."""
    obstacle = _obstacle(now, before, "rank", "rank_of", Obstacle.OTHER_DENOMINATOR)
    reckoned = None if obstacle else before.rank - now.rank
    published = now.change_rank if now and is_year_before else None
    return _change(published, reckoned, obstacle)


def _change(published, reckoned, obstacle, tolerance=Decimal(0)) -> Change:
    is_published = published is not None
    return Change(published if is_published else reckoned, is_published, reckoned, obstacle, tolerance)


def _obstacle(now, before, figure: str, measure: str, unlike: Obstacle) -> Obstacle | None:
    """What stands against comparing this figure of the two results."""
    if getattr(now, figure, None) is None:
        return Obstacle.NO_FIGURE
    if before is None:
        return Obstacle.NO_ROW
    if getattr(before, figure) is None:
        return Obstacle.NO_FIGURE_THEN
    return None if getattr(now, measure) == getattr(before, measure) else unlike
