"""The three kinds of rows: causes, who answers for the weakness, and the measures."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.fields import DayField
from tracker.models import Cause, Responsibility

from .chain_row import RowForm, words_field


class CauseForm(RowForm):
    part, title, telling = "cause", _("Cause"), ("statement",)
    field_order = ("kind", "statement", "removed")
    kind = forms.ChoiceField(
        label=_("Kind of cause"), choices=Cause.Kind, widget=forms.RadioSelect, initial="internal",
        error_messages={"required": _("Choose internal or external.")},
    )  # fmt: skip
    statement = words_field(label=_("Why is the weakness there?"))

    @staticmethod
    def kept(row) -> dict:
        return {"kind": row.kind, "statement": row.statement}


class ResponsibilityForm(RowForm):
    part, title, telling, needed = (
        "responsibility", _("Responsibility"), ("bearer", "position_title"), ("bearer",),
    )  # fmt: skip
    field_order = ("bearer", "position_title", "level", "removed")
    bearer = forms.ChoiceField(
        label=_("Who answers for it?"), required=False,
        error_messages={"invalid_choice": _("Choose a person of your unit, or the unit itself.")},
    )  # fmt: skip
    position_title = forms.CharField(label=_("Position held"), max_length=120, required=False)
    level = forms.ChoiceField(label=_("How closely?"), choices=Responsibility.Level, initial="direct")

    def offer(self) -> None:
        self.fields["bearer"].choices = self.choices.bearers()

    def clean(self):
        if "bearer" in self.cleaned_data and not self.cleaned_data["bearer"]:
            self.add_error("bearer", _("Choose who answers for it, or remove the row."))

    def must_be_sound(self) -> tuple[str, ...]:
        return tuple(self.fields)

    def written(self) -> dict | None:
        fields = super().written()
        return fields and self.choices.bearer(fields.pop("bearer")) | fields

    def place(self, name: str) -> str:
        return "bearer" if name in ("person", "organisation") else super().place(name)

    @staticmethod
    def kept(row) -> dict:
        bearer = f"person-{row.person_id}" if row.person_id else f"unit-{row.organisation_id}"
        return {"bearer": bearer, "position_title": row.position_title, "level": row.level}


class ActionForm(RowForm):
    part, title = "action", _("Measure")
    telling = ("statement", "owner", "coordinating_units", "due_on", "expected_output", "expected_evidence")
    field_order = (*telling, "is_initiative", "removed")
    statement = words_field(label=_("What will be done?"))
    owner = forms.ChoiceField(
        label=_("Owner"), required=False,
        error_messages={"invalid_choice": _("Choose an active person of your unit.")},
    )  # fmt: skip
    coordinating_units = forms.MultipleChoiceField(
        label=_("Coordinating units"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of these units does not exist. Tick again who helps.")},
    )  # fmt: skip
    due_on = DayField(label=_("Deadline"), required=False)
    expected_output = words_field(2, label=_("Expected output"))
    expected_evidence = words_field(2, label=_("Expected evidence, one kind a line"))
    is_initiative = forms.BooleanField(label=_("This is an initiative or a new model"), required=False)

    def offer(self) -> None:
        self.fields["owner"].choices = self.choices.owners()
        self.fields["coordinating_units"].choices = self.choices.other_units()
        self.fields["due_on"].error_messages["invalid"] = _(
            "There is no such day. Write day/month/year, for example 30/08/2022."
        )

    def written(self) -> dict | None:
        fields = super().written()
        if fields and "owner" in fields:
            fields["owner"] = self.choices.people.get(fields["owner"])
        if fields and "coordinating_units" in fields:
            fields["coordinating_units"] = [self.choices.units[key] for key in fields["coordinating_units"]]
        if fields and "expected_evidence" in fields:
            fields["expected_evidence"] = fields["expected_evidence"].splitlines()
        return fields

    @property
    def chosen_units(self) -> list[str]:
        """The names of the ticked units, for the closed list."""
        ticked = self["coordinating_units"].value() or []
        return [name for key, name in self.fields["coordinating_units"].choices if key in ticked]

    @staticmethod
    def kept(row) -> dict:
        plain = ("statement", "due_on", "expected_output", "is_initiative")
        return {name: getattr(row, name) for name in plain} | {
            "owner": str(row.owner_id or ""),
            "coordinating_units": [str(unit.pk) for unit in row.coordinating_units.all()],
            "expected_evidence": "\n".join(each.description for each in row.expected_evidence.all()),
        }


FORMS = {form.part: form for form in (CauseForm, ResponsibilityForm, ActionForm)}
