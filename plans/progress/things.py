"""What the rows of the progress are about: indices, groups, units or lines, in the order of the office."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.reading.numbers import numbers_of
from tracker.models import Index, Unit, UnitGroup

BY = {
    "index": gettext_lazy("By index"),
    "group": gettext_lazy("By group of units"),
    "unit": gettext_lazy("By unit"),
    "item": gettext_lazy("By line"),
}
WHOLE = "total"


@dataclass(frozen=True)
class Thing:
    """One row's key, its name, and what stands small beneath it."""

    key: str
    name: str
    note: str = ""


def things(plan, by: str) -> list[Thing]:
    """Everything that may have a row."""
    return _ALL[by](plan)


def readable(plan, actor, by: str, keys: Collection[str]) -> set[str]:
    """Those that the reader may see: of units and lines only his own, unless he watches the whole province."""
    if actor.sees_everything or by not in _OWN:
        return set(keys)
    return set(keys) & {str(key) for key in _OWN[by](plan, actor)}


def _whole(plan) -> list[Thing]:
    return [Thing("", _("The whole plan"))]


def _indices(plan) -> list[Thing]:
    return [Thing(index.code, index.short_name, index.name) for index in Index.objects.all()]


def _groups(plan) -> list[Thing]:
    groups = [Thing(group.code, group.name) for group in UnitGroup.objects.all()]
    return [*groups, Thing("", _("Bodies outside the groups"))]


def _units(plan) -> list[Thing]:
    units = Unit.objects.select_related("group")
    return [Thing(unit.code, unit.name, str(unit.group or _("Bodies outside the groups"))) for unit in units]


def _items(plan) -> list[Thing]:
    items, numbers = plan.items.select_related("lead_unit").order_by("position", "pk"), numbers_of(plan)
    return [Thing(str(item.pk), f"{numbers[item.pk]}. {item.measure}", item.lead_unit.name) for item in items]


def _own_units(plan, actor):
    return Unit.objects.filter(pk__in=actor.unit_ids).order_by().values_list("code", flat=True)


def _own_items(plan, actor):
    """The lines it leads, and those in which it carries an action out."""
    is_own = Q(lead_unit__in=actor.unit_ids) | Q(contributions__action__lead_unit__in=actor.unit_ids)
    return plan.items.filter(is_own).order_by().values_list("pk", flat=True)


_ALL = {WHOLE: _whole, "index": _indices, "group": _groups, "unit": _units, "item": _items}
_OWN = {"unit": _own_units, "item": _own_items}
