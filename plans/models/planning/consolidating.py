"""The lines of the draft plan: merged where they say the same, split again, put in order."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.planning import line_order, line_words
from plans.models.planning.coordinating import CoordinatingVerbs
from plans.models.planning.holding import DraftHolding, told
from plans.models.planning.item import PlanItem
from plans.models.planning.keeping_apart import KeepingApartVerbs, pairs_between
from plans.models.planning.taking import TakingVerbs
from tracker.errors import Invalid
from tracker.models import Action


class ConsolidatingVerbs(TakingVerbs, KeepingApartVerbs, CoordinatingVerbs, DraftHolding):
    """Each in one go under the plan's lock, with a line of history that shows the lines before and after."""

    @transaction.atomic
    def merge(
        self,
        items: Iterable[PlanItem],
        *,
        by,
        today: date,
        into: PlanItem | None = None,
        seen: dict[int, int] | None = None,
        version: int | None = None,
    ) -> PlanItem:
        """Make one line of several that say the same; it keeps the words of `into`, else of the first.

        seen: the version of each line on the asker's screen.
        """
        self.hold_draft(by)
        lines = self._lines([*items, *([into] if into else [])], seen)
        expect_mergeable(lines)
        kept = next((item for item in lines if into and item.pk == into.pk), lines[0])
        before, others = [told(item) for item in lines], [item for item in lines if item.pk != kept.pk]
        line_words.join(kept, others, by=by, today=today)
        line_order.close_up(self)
        kept.refresh_from_db()
        self._tell("merged", before, [kept], by=by, today=today, version=version)
        return kept

    @transaction.atomic
    def split(
        self,
        item: PlanItem,
        actions: Iterable[Action],
        *,
        by,
        today: date,
        each: bool = False,
        version: int | None = None,
    ) -> PlanItem:
        """Some actions leave a merged line for a new one right behind it; returns that, or the first of several.

        each: a line of its own for each of them. What was split is not proposed for merging again.
        """
        self.hold_draft(by)
        (line,) = self._lines([item])
        parts = [part.action for part in line_words.parts_of(line)]
        gone = _expect_splittable(parts, {action.pk for action in actions})
        before, groups = [told(line)], [[action] for action in gone] if each else [gone]
        staying = [action for action in parts if action not in gone]
        line_words.leave(line, gone, by=by, today=today, verb="split")
        new = [self._begin_with(group, by, today) for group in groups]
        line_order.put_after(self, new, line)
        self._part(pairs_between([action.pk for action in group] for group in [staying, *groups]), by, today)
        self._tell("split", before, [line, *new], by=by, today=today, version=version)
        return new[0]

    def _begin_with(self, actions: list[Action], by, today: date) -> PlanItem:
        """One line for all of these."""
        first, *others = [line_words.begin(self, action, by=by, today=today) for action in actions]
        if others:
            line_words.join(first, others, by=by, today=today)
        return first

    @transaction.atomic
    def move(
        self, *items: PlanItem, by, today: date, after: PlanItem | None = None, version: int | None = None
    ) -> None:
        """Put lines, in the order they have, behind another of their index; without one at the head of the index."""
        self.hold_draft(by)
        lines = self._lines(items)
        (behind,) = self._lines([after]) if after else (None,)
        _expect_movable(lines, behind)
        before = [told(line) for line in lines]
        line_order.put_after(self, lines, behind)
        if [line.position for line in lines] != [line["position"] for line in before]:
            self._tell("moved", before, lines, by=by, today=today, version=version)

    def _tell(
        self, verb: str, before: list[dict], lines: list[PlanItem], *, by, today, version, reason=""
    ) -> None:
        """One line in the plan's history: the lines as they were, and as they are now."""
        for item in lines:
            item.refresh_from_db(fields=["position"])
        parts = {"lines": before}, {"lines": [told(item) for item in lines]}
        self._change(verb, by=by, today=today, version=version, reason=reason, parts=parts)


def expect_mergeable(lines: list[PlanItem]) -> None:
    """Raise Invalid unless these are several lines of one index."""
    if len(lines) < 2:
        raise Invalid({"line": _("Tick at least two lines to merge.")})
    if len({item.index_id for item in lines}) > 1:
        words = _("The annex is arranged by index, and these lines stand under several: %(lines)s. Merge the lines of"
                  " each index by themselves.")  # fmt: skip
        named = ", ".join(f"{item.position} ({item.index})" for item in lines)
        raise Invalid({"line": words % {"lines": named}})


def _expect_movable(lines: list[PlanItem], behind: PlanItem | None) -> None:
    """Raise Invalid unless these, and the line they go behind, are lines of one index."""
    index = lines[0].index
    if any(line.index_id != index.pk for line in lines):
        raise Invalid(
            {"line": _("A line stays under its index. Move the lines of each index by themselves.")}
        )
    if behind and (behind.index_id != index.pk or behind in lines):
        raise Invalid({"after": _("Choose another line of the same index, %(index)s.") % {"index": index}})


def _expect_splittable(parts: list[Action], wanted: set[int]) -> list[Action]:
    """The actions that leave the line; one at least stays."""
    gone = [action for action in parts if action.pk in wanted]
    if len(parts) < 2:
        raise Invalid({"action": _("This line has only one action; there is nothing to split off.")})
    if not gone or wanted - {action.pk for action in gone}:
        raise Invalid({"action": _("Tick the actions of this line that get a line of their own.")})
    if len(gone) == len(parts):
        raise Invalid({"action": _("Leave at least one action in the line.")})
    return gone
