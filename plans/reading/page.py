"""The plan as its page shows it: what is ours first, then all lines under headings, as few at a time as can be read."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import TruncMonth

from plans.models import Contribution, Plan, PlanItem
from plans.reading.groups import SLICE, WAYS, Group, groups_of, key_of, lines_of
from plans.reading.latest_amendment import LatestAmendment
from plans.reading.numbers import numbers_of
from tracker import standing
from tracker.models import Action, Unit

MOST_AT_ONCE, MOST_OPEN = 150, 15
COUNTED_BY = {"index": "weakness__index", "unit": "contribution__item__lead_unit", "due": "month"}


@dataclass(frozen=True)
class Part:
    """An action behind a line, as far as the reader may see how it stands."""

    action: Action
    is_seen: bool
    printed: date

    @property
    def extended_to(self) -> date | None:
        """The later deadline that was granted after the paper was signed."""
        return self.action.due_on if self.action.baselined_on and self.action.due_on > self.printed else None


class PlanPage:
    """What one reader asked for: the way of grouping, the open heading, and from which line on."""

    def __init__(self, plan: Plan, actor, today: date, query: Mapping):
        self.plan, self.actor, self.today = plan, actor, today
        self.by = query.get("by") if query.get("by") in WAYS else "index"
        self.is_printed = "in" in query
        self._asked, self._start = query.get("nhom", ""), _number(query.get("tu", ""))

    @property
    def ways(self) -> list[tuple[str, str]]:
        return list(WAYS.items())

    @cached_property
    def count(self) -> int:
        """How many lines hold."""
        return self._items.count()

    @cached_property
    def merged(self) -> int:
        """How many of them were made of several actions."""
        return self._items.annotate(parts=Count("contributions")).filter(parts__gt=1).order_by().count()

    @cached_property
    def totals(self) -> dict:
        return standing.totals(self._actions, self.today)

    @cached_property
    def groups(self) -> list[Group]:
        """All headings; a short plan has all its lines on the page, a long one those of the open heading."""
        groups = groups_of(self._items, self.by)
        if self.plan.is_issued:
            self._count_in(groups)
        if self.is_whole:
            self._fill(groups)
        elif opened := next((group for group in groups if group.key == self._asked), None):
            self._open(opened)
        return groups

    @property
    def is_whole(self) -> bool:
        return self.is_printed or self.count <= MOST_AT_ONCE

    @property
    def is_open(self) -> bool:
        """A plan that fits on a screen or two, and one that is to be printed, lies open."""
        return self.is_printed or self.count <= MOST_OPEN

    @cached_property
    def opened(self) -> Group | None:
        """The heading that was asked for by itself."""
        return next((group for group in self.groups if group.key == self._asked), None)

    @cached_property
    def own(self) -> list[PlanItem]:
        """The lines that the reader's units lead or answer for; nothing for those who watch all."""
        answered = Contribution.objects.filter(action__lead_unit__in=self._units).values("item")
        return self._of_units(Q(lead_unit__in=self._units) | Q(pk__in=answered))

    @cached_property
    def helped(self) -> list[PlanItem]:
        """The lines that the reader's units only help with."""
        through = PlanItem.coordinating_units.through.objects.filter(unit__in=self._units)
        others = ~Q(pk__in=[line.pk for line in self.own])
        return self._of_units(others & Q(pk__in=through.values("planitem")))

    @cached_property
    def latest_amendment(self) -> LatestAmendment | None:
        """What the latest amendment was to the reader's units; nothing for those who watch all."""
        return LatestAmendment.of(self.plan, self._units)

    @property
    def has_more(self) -> bool:
        """The unit has more lines than are shown."""
        return len(self.own) == SLICE

    @property
    def _units(self) -> set[int]:
        return set() if self.actor.sees_everything else self.actor.working_unit_ids

    def _of_units(self, ours: Q) -> list[PlanItem]:
        """As many as can be read at once; the others stand under their heading."""
        return self._read(self._items.filter(ours)[:SLICE]) if self._units else []

    def _open(self, group: Group) -> None:
        group.start = min(self._start, max(0, group.count - 1)) // SLICE * SLICE
        lines = lines_of(self._items, self.by, group)
        group.items = self._read(lines[group.start : group.start + SLICE])

    def _fill(self, groups: list[Group]) -> None:
        found = defaultdict(list)
        for item in self._read(self._items):
            found[key_of(item, self.by)].append(item)
        for group in groups:
            group.items = found[group.which]

    def _count_in(self, groups: list[Group]) -> None:
        actions = self._actions.annotate(month=TruncMonth("contribution__item__due_on"))
        rows = {row["which"]: row for row in standing.by(COUNTED_BY[self.by], actions, self.today)}
        for group in groups:
            group.counts = rows.get(group.which)

    @property
    def _items(self) -> QuerySet:
        return self.plan.items.standing().order_by("position", "pk")

    @property
    def _actions(self) -> QuerySet:
        return Action.objects.filter(
            contribution__item__plan=self.plan, contribution__item__withdrawn_on=None
        )

    def _read(self, items: QuerySet) -> list[PlanItem]:
        """The lines with what stands behind them, their number in the annex, and what the reader may see."""
        behind = Prefetch("contributions", Contribution.objects.select_related("action").order_by("pk"))
        helping = Prefetch("coordinating_units", Unit.objects.order_by("sort_key"))
        lines = list(items.select_related("criterion", "lead_unit").prefetch_related(behind, helping))
        seen = self._seen(lines)
        for line in lines:
            line.number = self._numbers[line.pk]
            line.parts = [_part(line, each.action, seen) for each in line.contributions.all()]
        return lines

    @cached_property
    def _numbers(self) -> dict[int, str]:
        return numbers_of(self.plan)

    def _seen(self, lines: list[PlanItem]) -> set[int]:
        """The actions whose state the reader may see: his own units', all for those who watch."""
        behind = [part.action_id for line in lines for part in line.contributions.all()]
        if self.actor.sees_everything:
            return set(behind)
        visible = Action.objects.visible_to(self.actor).filter(pk__in=behind)
        return set(visible.order_by().values_list("pk", flat=True))


def _part(line: PlanItem, action: Action, seen: set[int]) -> Part:
    return Part(action, action.pk in seen, line.due_on)


def _number(text: str) -> int:
    """The line to begin with, counted from one; anything else means the first."""
    return max(0, int(text) - 1) if text.isascii() and text.isdigit() and len(text) < 7 else 0
