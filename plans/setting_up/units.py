"""How units come into an empty site: from the catalogue that comes with it, from Excel, or by hand."""

from datetime import date
from io import BytesIO

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.sample import catalogue
from tracker import rules
from tracker.errors import Invalid, require
from tracker.models import Event, Index, Province, Unit, UnitGroup
from tracker.vietnamese import plain

WAYS = [
    (
        "catalogue",
        gettext_lazy("From the catalogue: 46 units of Hau Giang in four groups, to be changed later"),
    ),
    ("excel", gettext_lazy("From my Excel file")),
    ("none", gettext_lazy("Not now; the indices only")),
]


@transaction.atomic
def bring_in(way: str, file, *, by, today: date) -> None:
    """All of it or nothing; what is there already stays as it is. The indices come in any case.

    Raises Invalid({"file": …}) that names each row of the Excel file to be mended.
    """
    require(rules.may_administer(by), _("Only the administrator sets the site up."))
    if not Index.objects.exists():
        catalogue.load_indices()
    before = Unit.objects.count()
    if way == "catalogue":
        catalogue.load_units()
    elif way == "excel":
        _write(_expect_file(file))
    _remember(Unit.objects.count() - before, by, today)


def template() -> BytesIO:
    """The Excel file to be filled in, with the units that are there and the groups to choose from."""
    from plans.setting_up.units_file import written

    return BytesIO(written(Unit.objects.select_related("group"), UnitGroup.objects.all()))


def _expect_file(file):
    if not file:
        raise Invalid({"file": _("Choose the Excel file, or another way.")})
    return file


def _write(file) -> None:
    """A unit that is there already, however its code is written, stays as it is; only a missing group is filled in."""
    from plans.setting_up.units_file import read

    known = {unit.code.lower(): unit for unit in Unit.objects.select_related("group")}
    groups = {plain(group.name_vi): group for group in UnitGroup.objects.all()}
    for row in read(file, known):
        unit = known.get(row.code.lower()) or Unit(code=row.code, **row.columns())
        if row.group and not unit.group:
            unit.group = groups.get(plain(row.group)) or _new_group(row.group, groups)
            unit.save()


def _new_group(name: str, groups: dict[str, UnitGroup]) -> UnitGroup:
    group = UnitGroup.objects.create(
        code=f"{slugify(plain(name))[:40]}-{len(groups) + 1}", name_vi=name, position=len(groups) + 1
    )
    groups[plain(name)] = group
    return group


def _remember(new: int, by, today: date) -> None:
    """The history of the province says how many units came in."""
    province = Province.objects.select_for_update().first()
    if province and new:
        Event.record(province, "units_brought_in", by=by, today=today, after={"units": new})
