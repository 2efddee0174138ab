"""The order of the plan's lines: by index, inside an index as Home Affairs has put them."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from plans.models.planning.item import PlanItem

LAST = float("inf")
NUMBER = """
    UPDATE plans_planitem SET position = fresh.position
    FROM unnest(%s::bigint[], %s::int[]) AS fresh (id, position) WHERE plans_planitem.id = fresh.id
"""  # one statement, however many lines move up: each by itself would take a second


def put_in_place(plan, new: Iterable[PlanItem]) -> None:
    """Each new line goes behind the last one of its criterion; without one behind the criteria before it."""
    groups = defaultdict(list)
    for item in new:
        groups[item.criterion_id, item.index_id].append(item)
    fresh = {item.pk for group in groups.values() for item in group}
    lines = [line for line in in_order(plan) if line.pk not in fresh]
    for group in sorted(groups.values(), key=lambda group: _rank(group[0])):
        place = _place(lines, group[0])
        lines[place:place] = group
    _number(lines)


def put_after(plan, items: list[PlanItem], after: PlanItem | None) -> None:
    """The lines go behind another of their index; without one they are the first of their index."""
    moved = {item.pk for item in items}
    lines = [line for line in in_order(plan) if line.pk not in moved]
    behind = [place for place, line in enumerate(lines, start=1) if after and line.pk == after.pk]
    first = sum(_rank(line)[:2] < _rank(items[0])[:2] for line in lines)
    place = behind[0] if behind else first
    _number([*lines[:place], *items, *lines[place:]])


def close_up(plan) -> None:
    """The numbers follow one another again, after some lines are gone."""
    _number(in_order(plan))


def in_order(plan) -> list[PlanItem]:
    """The lines that stand, as they are printed."""
    lines = plan.items.standing().select_related("index", "criterion")
    lines = lines.only("plan", "position", "index__position", "criterion__position")
    return list(lines.order_by("index__position", "index_id", "position", "pk"))


def _place(lines: list[PlanItem], item: PlanItem) -> int:
    own = (item.index_id, item.criterion_id)
    same = [n for n, line in enumerate(lines, start=1) if (line.index_id, line.criterion_id) == own]
    before = (n for n, line in enumerate(lines, start=1) if _rank(line) <= _rank(item))
    return same[-1] if same else max(before, default=0)


def _rank(item: PlanItem) -> tuple:
    return item.index.position, item.index_id, item.criterion.position if item.criterion else LAST


def _number(lines: list[PlanItem]) -> None:
    moved = [(place, line) for place, line in enumerate(lines, start=1) if line.position != place]
    for place, line in moved:
        line.position = place
    if moved:
        with connection.cursor() as cursor:
            cursor.execute(NUMBER, [[line.pk for _place, line in moved], [place for place, _line in moved]])
