"""How changed lines of the plan touch a unit: it answers for one, or helps with it, newly or no longer."""

from collections.abc import Iterable

from plans.versions.differences import Line, LineChange
from tracker.models import Action, Unit

OWN, HELPS, JOINS, LEAVES = "own", "helps", "joins", "leaves"


class Touching:
    """Some units beside the changed lines: by the work they lead today, and by what the lines say of helping."""

    def __init__(self, changes: Iterable[LineChange], unit_ids: set[int]):
        behind = Action.objects.filter(ref__in={ref for change in changes for ref in change.line["actions"]})
        self._codes = set(Unit.objects.filter(pk__in=unit_ids).values_list("code", flat=True))
        self._led = set(behind.filter(lead_unit__in=unit_ids).values_list("ref", flat=True))
        self._helped = set(behind.filter(coordinating_units__in=unit_ids).values_list("ref", flat=True))

    def part(self, change: LineChange) -> str:
        """What the units have to do with the line; empty when it is no affair of theirs."""
        refs = set(change.line["actions"])
        if refs & self._led or self._leads(change.before) or self._leads(change.after):
            return OWN
        before, after = self._names_them(change.before), self._names_them(change.after)
        if change.kind == "changed" and before != after:
            return JOINS if after else LEAVES
        return HELPS if before or after or refs & self._helped else ""

    def _leads(self, line: Line | None) -> bool:
        return (line or {}).get("lead_unit_code") in self._codes

    def _names_them(self, line: Line | None) -> bool:
        """Versions from before codes were kept name nobody."""
        return not self._codes.isdisjoint((line or {}).get("coordinating_codes", ()))
