"""The answer for one criterion, from the points of two years; where they cannot be compared, why not."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.figures import figure, signed


class Answer(models.TextChoices):
    """Whether the points that were lost came back."""

    WHOLLY = "wholly", gettext_lazy("Came back wholly")
    PARTLY = "partly", gettext_lazy("Came back partly")
    NOT = "not", gettext_lazy("Did not come back")
    MORE = "more", gettext_lazy("More was lost")
    UNKNOWN = "unknown", gettext_lazy("Cannot be said")


class Why(models.TextChoices):
    """Why nothing can be said."""

    NO_CRITERION = "no_criterion", gettext_lazy("the weakness is under no criterion")
    NOT_YET = "not_yet", gettext_lazy("the next review has not begun")
    NOT_THERE = "not_there", gettext_lazy("the next year's criteria have none with this code")
    NO_RESULT_THEN = "no_result_then", gettext_lazy("the next year's points are not recorded yet")
    NO_RESULT_NOW = (
        "no_result_now",
        gettext_lazy("this year's points are not recorded; only weaknesses state a loss"),
    )
    NO_MAXIMUM = "no_maximum", gettext_lazy("the maximum of the criterion is not recorded")
    OTHER_MAXIMUM = "other_maximum", gettext_lazy("the criterion has another maximum in the next year")
    NOTHING_LOST = "nothing_lost", gettext_lazy("by the recorded points nothing was lost here")


@dataclass(frozen=True)
class Points:
    """What was recorded of a criterion for one year."""

    value: Decimal
    most: Decimal | None

    @property
    def lost(self) -> Decimal | None:
        """Below the maximum; unknown without one."""
        return None if self.most is None else self.most - self.value


@dataclass(frozen=True)
class Verdict:
    """The answer; with it how many of how many points came back, or why it cannot be said."""

    answer: Answer
    back: Decimal | None = None
    of: Decimal | None = None
    why: Why | None = None

    @property
    def is_known(self) -> bool:
        return self.answer != Answer.UNKNOWN

    @property
    def detail(self) -> str:
        """What stands small beneath the answer: how much of how much, or why nothing can be said."""
        if self.why:
            return _("because %(why)s") % {"why": self.why.label}
        if self.back is None:
            return _("nothing is lost here in the next year")
        return _("%(back)s of %(of)s points") % {"back": signed(self.back), "of": figure(self.of)}

    @property
    def words(self) -> str:
        """The answer as a sentence says it."""
        if self.why:
            return _("Cannot be said, because %(why)s.") % {"why": self.why.label}
        if self.back is None:
            return _("Came back wholly: nothing is lost here in the next year.")
        told = {
            Answer.WHOLLY: _("Came back wholly: %(back)s of %(of)s points."),
            Answer.PARTLY: _("Came back partly: %(back)s of %(of)s points."),
            Answer.NOT: _("Did not come back: %(back)s of %(of)s points."),
            Answer.MORE: _("More was lost: %(more)s points in addition to %(of)s."),
        }
        figures = {"back": figure(self.back), "of": figure(self.of), "more": figure(abs(self.back))}
        return told[self.answer] % figures


def unknown(why: Why) -> Verdict:
    return Verdict(Answer.UNKNOWN, why=why)


def compare(now: Points | None, then: Points | None, stated: Decimal | None) -> Verdict:
    """Both years' points of one criterion; a loss that weaknesses only state is never reckoned with points."""
    if why := _obstacle(now, then, stated):
        return unknown(why)
    if now is None:
        return Verdict(Answer.WHOLLY)
    back = now.lost - then.lost
    return Verdict(_answer(back, then.lost), back, now.lost)


def _obstacle(now: Points | None, then: Points | None, stated: Decimal | None) -> Why | None:
    if then is None:
        return Why.NO_RESULT_THEN
    if now is None:
        return None if stated and then.lost == 0 else Why.NO_RESULT_NOW
    if now.lost is None or then.lost is None:
        return Why.NO_MAXIMUM
    if now.most != then.most:
        return Why.OTHER_MAXIMUM
    return None if now.lost else Why.NOTHING_LOST


def _answer(back: Decimal, lost_then: Decimal) -> Answer:
    if back < 0:
        return Answer.MORE
    if not back:
        return Answer.NOT
    return Answer.PARTLY if lost_then else Answer.WHOLLY
