"""Which units a review assesses, each ticked with its group of that year."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from tracker.forms.verb import VerbForm
from tracker.models import Unit, UnitGroup


@dataclass(frozen=True)
class Row:
    """One unit on the page: its tick, its group, and the group it had the year before."""

    unit: Unit
    tick: forms.BoundField
    group: forms.BoundField
    before: UnitGroup | None
    is_new: bool
    weaknesses: int


class UnitsForm(VerbForm):
    """A tick and a group for each unit that could be assessed."""

    def __init__(self, request, review, candidates):
        super().__init__(request, review)
        self.candidates = candidates
        groups = [("", "–"), *((str(each.pk), str(each)) for each in candidates.groups)]
        for unit in candidates.units:
            self._offer(unit, groups)

    def _offer(self, unit: Unit, groups: list) -> None:
        chosen = self.candidates.chosen
        group = chosen.get(unit.pk) or unit.group_id
        self.fields[f"unit-{unit.pk}"] = forms.BooleanField(
            label=str(unit), required=False, initial=unit.pk in chosen
        )
        self.fields[f"group-{unit.pk}"] = forms.ChoiceField(
            label=_("Group of %(unit)s") % {"unit": unit}, choices=groups, required=False,
            initial=str(group or ""), widget=forms.Select(),
        )  # fmt: skip

    def rows(self) -> list[Row]:
        return [self._row(unit) for unit in self.candidates.units]

    def _row(self, unit: Unit) -> Row:
        known = self.candidates
        tick, group = self[f"unit-{unit.pk}"], self[f"group-{unit.pk}"]
        is_new = bool(known.before) and unit.pk in known.chosen and unit.pk not in known.before
        return Row(unit, tick, group, known.before.get(unit.pk), is_new, known.weaknesses.get(unit.pk, 0))

    def clean(self):
        for unit in self._ticked():
            if not self.cleaned_data.get(f"group-{unit.pk}"):
                self.add_error(f"group-{unit.pk}", _("Choose the group in which the unit is assessed."))

    def words(self) -> dict:
        groups = {unit.pk: int(self.cleaned_data[f"group-{unit.pk}"]) for unit in self._ticked()}
        return {"groups": groups, "version": self.cleaned_data["version"]}

    def _ticked(self) -> list[Unit]:
        return [unit for unit in self.candidates.units if self.cleaned_data.get(f"unit-{unit.pk}")]
