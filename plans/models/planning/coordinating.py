"""Units that help with several lines of the draft at once."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from plans.models.planning.item import PlanItem
from tracker.models import Unit


class CoordinatingVerbs:
    @transaction.atomic
    def coordinate(
        self,
        items: Iterable[PlanItem],
        *,
        by,
        today: date,
        add: Iterable[Unit] = (),
        drop: Iterable[Unit] = (),
        seen: dict[int, int] | None = None,
    ) -> int:
        """These units help with each of the lines, or no longer do; who leads a line needs no mention there.

        Each changed line tells of it in its own history; returns how many changed.
        seen: the version of each line as the asker has read it. Raises Stale when one reads otherwise by now.
        """
        self.hold_draft(by)
        adding, dropping = set(add), set(drop)
        return sum(_helped(item, adding, dropping, by=by, today=today) for item in self._lines(items, seen))


def _helped(item: PlanItem, adding: set[Unit], dropping: set[Unit], **said) -> bool:
    helping = set(item.coordinating_units.all())
    return item.edit(coordinating_units=(helping | adding) - dropping - {item.lead_unit}, **said)
