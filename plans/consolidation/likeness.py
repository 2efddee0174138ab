"""How alike two lines are: the share of words in measure and weakness, and whether they serve the same criterion."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

MEASURE, WEAKNESS, CRITERION = 0.6, 0.3, 0.1  # what each of them weighs
ENOUGH = 75.0  # of 100: from here on two lines are proposed as one
LEAST_MEASURE = (
    ENOUGH - 100 * (WEAKNESS + CRITERION)
) / MEASURE  # below this nothing else can make up for it


@dataclass(frozen=True)
class Likeness:
    """Two lines, or the two least alike of a group, side by side; shares in percent."""

    measure: float
    weakness: float
    is_same_criterion: bool

    @property
    def score(self) -> float:
        return MEASURE * self.measure + WEAKNESS * self.weakness + 100 * CRITERION * self.is_same_criterion

    @property
    def is_enough(self) -> bool:
        return self.score >= ENOUGH

    def reason(self, is_least: bool) -> str:
        """Why it is proposed, in words; of a group the least of each is said."""
        facts = {"measure": int(self.measure), "weakness": int(self.weakness)}
        shares = _SHARES[is_least]() % facts
        return f"{shares}; {_same_criterion() if self.is_same_criterion else _other_criterion()}"


def compare(one, two) -> Likeness:
    """Two lines whose texts are in letters of the same lettering."""
    from rapidfuzz import fuzz

    is_same = one.criterion is not None and one.criterion == two.criterion
    return Likeness(fuzz.ratio(one.measure, two.measure), fuzz.ratio(one.weakness, two.weakness), is_same)


def least(of: Iterable[Likeness]) -> Likeness:
    """What holds of each of them."""
    all_of = list(of)
    return Likeness(
        min(each.measure for each in all_of),
        min(each.weakness for each in all_of),
        all(each.is_same_criterion for each in all_of),
    )


def _of_two() -> str:
    return _("%(measure)s %% of the words of the measure are the same; %(weakness)s %% of the weakness")


def _of_several() -> str:
    return _(
        "at least %(measure)s %% of the words of the measures are the same; %(weakness)s %% of the weaknesses"
    )


_SHARES = {False: _of_two, True: _of_several}


def _same_criterion() -> str:
    return _("same criterion")


def _other_criterion() -> str:
    return _("not the same criterion")
