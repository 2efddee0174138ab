"""How the rows of an index come about: criteria that lost points, or under which weaknesses were found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tracker.models import Action, Index, Weakness

from .answers import Verdict, Why, compare, unknown
from .points import Key, Year, wholes
from .rows import Row
from .work import Work


@dataclass(frozen=True)
class Ground:
    """What the rows are made of: two years, and the weaknesses and actions the reader may see."""

    now: Year
    then: Year
    weaknesses: dict[Key, list[Weakness]]
    actions: dict[Key, list[Action]]
    is_whole_province: bool


def rows_of(index: Index, ground: Ground) -> list[Row]:
    """In the order of the year's criteria; weaknesses under another version's criteria, or under none, at the end."""
    above = wholes(ground.now.criteria.get(index.pk, []))
    shown = [code for code in _codes(index, ground, above) if _is_shown(index, code, ground)]
    rows = [_row(index, code, ground, above) for code in shown]
    with_loss = {row.code for row in rows if row.has_lost}
    return [_placed(row, above.get(row.code, []), with_loss) for row in rows]


def by_criterion(weaknesses: Iterable[Weakness]) -> dict[Key, list[Weakness]]:
    found: dict[Key, list[Weakness]] = {}
    for weakness in weaknesses:
        code = weakness.criterion.code if weakness.criterion else ""
        found.setdefault((weakness.index_id, code), []).append(weakness)
    return found


def by_served(actions: Iterable[Action], weaknesses: Iterable[Weakness]) -> dict[Key, list[Action]]:
    """Each action under its weakness's criterion, and under the further criteria it serves."""
    places = {each.pk: key for key, found in by_criterion(weaknesses).items() for each in found}
    served: dict[Key, list[Action]] = {}
    for action in actions:
        further = {(each.criteria_set.index_id, each.code) for each in action.criteria.all()}
        for key in further | {places[action.weakness_id]}:
            served.setdefault(key, []).append(action)
    return served


def _codes(index: Index, ground: Ground, above: dict) -> Iterator[str]:
    yield from above
    known = (code for place, code in (*ground.weaknesses, *ground.actions) if place == index.pk)
    yield from sorted(set(known) - above.keys(), key=lambda code: (not code, code))


def _is_shown(index: Index, code: str, ground: Ground) -> bool:
    """A unit reads of the criteria it has work under; the others stand on the page of the index."""
    key = (index.pk, code)
    is_lost = key in ground.now.points and bool(ground.now.points[key].lost)
    return key in ground.weaknesses or (is_lost if ground.is_whole_province else key in ground.actions)


def _row(index: Index, code: str, ground: Ground, above: dict) -> Row:
    key, weaknesses = (index.pk, code), tuple(ground.weaknesses.get((index.pk, code), []))
    parts = [part for part, whole in above.items() if code in whole]
    own = [each for name in (code, *parts) for each in ground.actions.get((index.pk, name), [])]
    bare = Row(
        index, code, ground.now.by_code(index).get(code) or _of_weaknesses(weaknesses),
        ground.then.by_code(index).get(code), ground.now.points.get(key), ground.then.points.get(key),
        weaknesses, Work.of(own), unknown(Why.NOT_YET),
        is_named_as_a_whole=any(_live(ground.actions.get((index.pk, name), [])) for name in above.get(code, [])),
    )  # fmt: skip
    return replace(bare, verdict=_verdict(bare, ground))


def _verdict(row: Row, ground: Ground) -> Verdict:
    if not row.code:
        return unknown(Why.NO_CRITERION)
    if ground.then.review is None:
        return unknown(Why.NOT_YET)
    if row.then is None and row.successor is None and ground.then.criteria.get(row.index.pk):
        return unknown(Why.NOT_THERE)
    return compare(row.now, row.then, row.stated)


def _placed(row: Row, above: list[str], with_loss: set[str]) -> Row:
    return replace(row, is_part=bool(with_loss.intersection(above)))


def _of_weaknesses(weaknesses: tuple[Weakness, ...]):
    """The criterion as the weaknesses know it, when the year's own version lacks its code."""
    return next((each.criterion for each in weaknesses if each.criterion), None)


def _live(actions: list[Action]) -> bool:
    return any(action.state != "dropped" for action in actions)
