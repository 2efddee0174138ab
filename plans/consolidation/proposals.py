"""Proposals to merge: groups of lines of one index of which each is like each other. Nothing is merged by itself."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from .apart import Pair, kept_apart
from .likeness import LEAST_MEASURE, Likeness, compare, least
from .lines import Line, lines_of
from .words import Lettering

MOST_LINES = 8  # of one proposal: more cannot be read side by side
MOST_LIKE = 12  # of one line: the likest ones are looked at first


@dataclass(frozen=True)
class Proposal:
    """Lines that say the same, in the order of the plan, and how alike the least alike of them are."""

    lines: tuple[int, ...]
    index: int
    likeness: Likeness

    @property
    def reason(self) -> str:
        return self.likeness.reason(is_least=len(self.lines) > 2)


def proposals(plan) -> list[Proposal]:
    """What might be merged in the whole plan, the likest first in each index."""
    return among(plan, lines_of(plan, Lettering()), kept_apart(plan))


def among(plan, lines: list[Line], apart: Collection[Pair]) -> list[Proposal]:
    """What might be merged of these lines, without the pairs kept apart; nothing of a plan that was sent."""
    if plan.state != plan.State.DRAFT:
        return []
    by_index = defaultdict(list)
    for line in lines:
        by_index[line.index].append(line)
    found = [_proposal(group) for of_index in by_index.values() for group in _groups(of_index, apart)]
    return sorted(found, key=lambda proposal: -proposal.likeness.score)


def _groups(lines: list[Line], apart: Collection[Pair]) -> list[list[Line]]:
    """The likest pairs come together first; a line joins a group when it is like every line of it."""
    group_of: dict[int, list[Line]] = {}
    for one, two in _pairs(lines, apart):
        first, second = group_of.get(one.pk, [one]), group_of.get(two.pk, [two])
        if first is not second and _fit(first, second, apart):
            first.extend(second)
            group_of |= {line.pk: first for line in first}
    whole = {id(group): group for group in group_of.values()}
    return list(whole.values())


def _fit(first: list[Line], second: list[Line], apart: Collection[Pair]) -> bool:
    return len(first) + len(second) <= MOST_LINES and all(
        _may(one, two, apart) and compare(one, two).is_enough for one in first for two in second
    )


def _pairs(lines: list[Line], apart: Collection[Pair]) -> list[tuple[Line, Line]]:
    """Each two lines that are alike enough, the likest first."""
    found = []
    for place, one in enumerate(lines):
        for two in _likest(one, lines[place + 1 :]):
            likeness = compare(one, two)
            if likeness.is_enough and _may(one, two, apart):
                found.append((-likeness.score, one.position, two.position, one, two))
    return [(one, two) for *_order, one, two in sorted(found, key=lambda pair: pair[:3])]


def _likest(one: Line, others: list[Line]) -> list[Line]:
    """The lines with the likest measures."""
    from rapidfuzz import fuzz, process

    if not one.measure:
        return []
    measures = [line.measure for line in others]
    likest = process.extract(
        one.measure, measures, scorer=fuzz.ratio, processor=None, score_cutoff=LEAST_MEASURE, limit=MOST_LIKE
    )
    return [others[place] for _measure, _score, place in likest]


def _may(one: Line, two: Line, apart: Collection[Pair]) -> bool:
    return (min(one.pk, two.pk), max(one.pk, two.pk)) not in apart


def _proposal(group: list[Line]) -> Proposal:
    ordered = sorted(group, key=lambda line: line.position)
    likeness = least(compare(one, two) for one, two in combinations(ordered, 2))
    return Proposal(tuple(line.pk for line in ordered), ordered[0].index, likeness)
