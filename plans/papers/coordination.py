"""The coordinating units of a line, as an office names them: a whole group by the group's name."""

from collections.abc import Iterable
from datetime import date

from tracker.models import Unit, UnitGroup

from .grouping import grouped


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
