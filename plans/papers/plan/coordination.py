"""The coordinating units of a line, as an office names them: a whole group by the group's name."""

from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import cached_property

from plans.papers.grouping import grouped
from tracker.models import Unit, UnitGroup


class Coordination:
    """Knows which units made up each group on a day."""

    def __init__(self, day: date):
        units = Unit.objects.valid_on(day).reviewed().exclude(group=None)
        self.groups = [
            (units[0].group_id, {unit.pk for unit in units})
            for units in grouped(units, lambda unit: unit.group_id)
            if len(units) > 1
        ]
        self.names = {group.pk: group.name_vi for group in UnitGroup.objects.all()}

    def in_words(self, units: Iterable) -> str:
        """The units by name; where every unit of a group takes part, the group instead."""
        units = list(units)
        present = {unit.pk for unit in units}
        whole = [(group, members) for group, members in self.groups if members <= present]
        covered = set().union(*(members for _, members in whole))
        names = [unit.name_vi for unit in units if unit.pk not in covered]
        return "; ".join(names + [self.names[group] for group, _ in whole])

    def of_line(self, kept: dict) -> str:
        """Who helps with a frozen line; those that the product no longer knows by their printed names."""
        units = self._as_printed(kept)
        names = kept["coordinating_units"]
        return self.in_words(units) if len(units) == len(names) else "; ".join(names)

    def _as_printed(self, kept: dict) -> list[Unit]:
        """The units under the names that were printed: a unit may be called otherwise since."""
        names = kept["coordinating_units"]
        keys = kept.get("coordinating_codes", names)  # the first versions were frozen without codes
        known = [
            (copy(self.units[key]), name) for key, name in zip(keys, names, strict=True) if key in self.units
        ]
        for unit, name in known:
            unit.name_vi = name
        return [unit for unit, _name in known]

    @cached_property
    def units(self) -> dict[str, Unit]:
        known = list(Unit.objects.order_by())
        return {unit.name_vi: unit for unit in known} | {unit.code: unit for unit in known}
