"""Lines that somebody has looked at and kept apart: known by the actions behind them, shown as groups of lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from plans.models import Contribution

from .lines import Line

Pair = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """Who kept two lines apart, and when."""

    on: date
    name: str


@dataclass(frozen=True)
class Group:
    """Lines of one index, in the order of the plan, each of them kept apart from each other."""

    lines: tuple[int, ...]
    index: int
    said: Said


def kept_apart(plan) -> dict[Pair, Said]:
    """Pairs of lines as they stand now, lower id first; actions that were merged or left out meanwhile make none."""
    rows = list(plan.kept_apart.order_by("pk").values_list("first", "second", "on", "by__full_name"))
    if not rows:
        return {}
    actions = {action for first, second, *_said in rows for action in (first, second)}
    line = dict(Contribution.objects.filter(action__in=actions).values_list("action", "item"))
    known = (((line.get(first), line.get(second)), Said(on, name or "")) for first, second, on, name in rows)
    return {(min(pair), max(pair)): said for pair, said in known if all(pair) and pair[0] != pair[1]}


def groups(apart: dict[Pair, Said], lines: Iterable[Line]) -> list[Group]:
    """As few groups as tell of every pair that could be proposed, those of last time first."""
    standing = {line.pk: line for line in lines}
    left = {pair for pair in apart if _could_be_proposed(pair, standing)}
    found = []
    while left:
        latest = max(left, key=lambda pair: (apart[pair].on, pair))
        together = _grown(latest, left, standing)
        left -= {(min(pair), max(pair)) for pair in combinations(together, 2)}
        found.append(_group(together, standing, apart[latest]))
    return found


def _could_be_proposed(pair: Pair, standing: dict[int, Line]) -> bool:
    one, two = (standing.get(pk) for pk in pair)
    return one is not None and two is not None and one.index == two.index


def _grown(pair: Pair, pairs: set[Pair], standing: dict[int, Line]) -> list[int]:
    """The pair with every other line that is kept apart from all of them."""
    together = list(pair)
    for pk in sorted({pk for each in pairs if set(each) & set(pair) for pk in each} - set(pair)):
        if all((min(pk, other), max(pk, other)) in pairs for other in together):
            together.append(pk)
    return sorted(together, key=lambda pk: standing[pk].position)


def _group(together: list[int], standing: dict[int, Line], said: Said) -> Group:
    return Group(tuple(together), standing[together[0]].index, said)
