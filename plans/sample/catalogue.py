"""The province's units in their groups, and the indices with the versions of their criteria."""

from tracker.models import CriteriaSet, Criterion, Index, Unit, UnitGroup

from . import fixtures
from .fixtures import Row


def load_units() -> None:
    """The 46 assessed units in their groups, and the bodies that are not assessed but take part."""
    fixtures.each("units.json", "groups", lambda row: UnitGroup.objects.create(**row))
    groups = {group.code: group for group in UnitGroup.objects.all()} | {None: None}
    fixtures.each("units.json", "units", lambda row: _load_unit(groups, row))


def load_indices() -> None:
    """The five indices, each with the dated versions of its criteria."""
    fixtures.each("indices.json", "indices", _load_index)


def _load_unit(groups: dict[str | None, UnitGroup | None], row: Row) -> None:
    Unit.objects.create(**row | {"group": groups[row["group"]]})


def _load_index(row: Row) -> None:
    columns = {name: value for name, value in row.items() if name != "criteria_sets"}
    index = Index.objects.create(**columns)
    for version in row["criteria_sets"]:
        _load_criteria_set(index, version)


def _load_criteria_set(index: Index, row: Row) -> None:
    columns = {name: value for name, value in row.items() if name != "criteria"}
    criteria_set = CriteriaSet.objects.create(index=index, **columns)
    for criterion in row["criteria"]:
        Criterion.objects.create(criteria_set=criteria_set, **criterion)
