"""How each unit was rated in two years, beside how many of its actions were completed."""

from collections import Counter
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.models import Action, AssessedUnit, Review

from .work import Work


class Step(models.TextChoices):
    """The rating of the next year beside this year's."""

    UP = "up", _("Rated higher")
    SAME = "same", _("Rated the same")
    DOWN = "down", _("Rated lower")
    UNKNOWN = "unknown", _("Not comparable")


class Share(models.TextChoices):
    """How much of its work a unit completed."""

    ALL = "all", _("All actions completed")
    SOME = "some", _("Some completed")
    NONE = "none", _("None completed")
    NO_ACTIONS = "no_actions", _("No actions")


class NotRated(models.TextChoices):
    """Why two ratings cannot be compared."""

    NOT_YET = "not_yet", _("the next review has not begun")
    NOT_ASSESSED = "not_assessed", _("not assessed in the next year")
    NOT_ENTERED = "not_entered", _("a rating is not entered yet")
    NOT_RANKED = "not_ranked", _("not ranked in one of the years")
    OTHER_SCALE = "other_scale", _("another scale of ratings")


@dataclass(frozen=True)
class UnitAccount:
    """One unit: rated so, then so, having completed so many of its actions."""

    now: AssessedUnit
    then: AssessedUnit | None
    step: Step
    why: NotRated | None
    work: Work

    @property
    def share(self) -> Share:
        if not self.work.total:
            return Share.NO_ACTIONS
        if not self.work.done:
            return Share.NONE
        return Share.ALL if self.work.done == self.work.total else Share.SOME


def accounts(review: Review, then: Review | None, actions: list[Action], actor) -> list[UnitAccount]:
    """The units whose rating the reader may see, in the groups of the year."""
    later = {each.unit_id: each for each in _assessed(then, actor)} if then else {}
    led: dict[int, list[Action]] = {}
    for action in actions:
        led.setdefault(action.lead_unit_id, []).append(action)
    return [
        _account(each, then, later.get(each.unit_id), led.get(each.unit_id, []))
        for each in _assessed(review, actor)
    ]


def spread(units: list[UnitAccount]) -> list[tuple[Share, list[int], int]]:
    """How many units of each share of work went up, stayed, went down or cannot be compared, and their sum."""
    counted = Counter((each.share, each.step) for each in units)
    rows = [(share, [counted[share, step] for step in Step]) for share in Share]
    return [(share, counts, sum(counts)) for share, counts in rows if any(counts)]


def _assessed(review: Review, actor):
    return review.assessed_units.visible_to(actor).select_related("unit", "group", "rating")


def _account(now: AssessedUnit, review_then, then: AssessedUnit | None, actions: list[Action]) -> UnitAccount:
    why = _obstacle(now, then) if review_then else NotRated.NOT_YET
    return UnitAccount(now, then, Step.UNKNOWN if why else _step(now, then), why, Work.of(actions))


def _obstacle(now: AssessedUnit, then: AssessedUnit | None) -> NotRated | None:
    if then is None:
        return NotRated.NOT_ASSESSED
    ratings = [now.rating, then.rating]
    if None in ratings:
        return NotRated.NOT_ENTERED
    if not all(rating.is_ranked for rating in ratings):
        return NotRated.NOT_RANKED
    return NotRated.OTHER_SCALE if len({rating.scale_id for rating in ratings}) > 1 else None


def _step(now: AssessedUnit, then: AssessedUnit) -> Step:
    """The best rating stands first in its scale."""
    before, after = now.rating.position, then.rating.position
    return Step.SAME if before == after else Step.UP if after < before else Step.DOWN
