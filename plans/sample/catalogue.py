"""The province's units in their groups, and the indices with the versions of their criteria."""

from tracker.models import CriteriaSet, Criterion, Index, Unit, UnitGroup

from . import fixtures
from .fixtures import Row


def load_units() -> None:
    """The 46 assessed units in their groups, and the bodies that are not assessed but take part.

    A unit that is there already stays as it is; only a missing group is filled in.
    """
    known_groups, known_units = (
        UnitGroup.objects.in_bulk(field_name="code"),
        Unit.objects.in_bulk(field_name="code"),
    )
    fixtures.each(
        "units.json", "groups", lambda row: row["code"] in known_groups or UnitGroup.objects.create(**row)
    )
    groups = {group.code: group for group in UnitGroup.objects.all()} | {None: None}
    fixtures.each("units.json", "units", lambda row: _load_unit(groups, known_units, row))


def load_indices() -> None:
    """The five indices, each with the dated versions of its criteria."""
    fixtures.each("indices.json", "indices", _load_index)


def _load_unit(groups: dict, known: dict[str, Unit], row: Row) -> None:
    if not (unit := known.get(row["code"])):
        Unit.objects.create(**row | {"group": groups[row["group"]]})
    elif not unit.group:
        unit.group = groups[row["group"]]
        unit.save(update_fields=["group"])


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
