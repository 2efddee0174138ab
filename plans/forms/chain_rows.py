"""The rows of a chain as they are typed: one small form each, named by its key."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.fields import DayField
from tracker.models import Cause, Responsibility

from .chain_choices import Choices

SAY_IT = _("Say it in words, or remove the row.")
TOO_LONG = _("%(limit_value)d characters at most; this is %(show_value)d. Shorten it or attach a file.")


def words_field(rows: int = 2, **kwargs) -> forms.CharField:
    """A few sentences in a low box."""
    field = forms.CharField(
        widget=forms.Textarea({"rows": rows}), max_length=4000, required=False,
        error_messages={"max_length": TOO_LONG}, **kwargs,
    )  # fmt: skip
    del field.widget.attrs["maxlength"]  # a browser would cut a pasted text without a word
    return field


class RowForm(forms.Form):
    """One row of a part. A new row in which nothing was typed does not count."""

    part, title, telling, needed = "", "", (), ("statement",)
    removed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, key: str, choices: Choices, *, row=None, data=None, initial=None, number=0):
        self.key, self.row, self.choices, self.number = key, row, choices, number
        shown = initial if initial is not None else self.kept(row) if row else {}
        super().__init__(data, prefix=f"{self.part}-{key}", initial=shown, use_required_attribute=False)
        self.offer()

    @classmethod
    def begun(cls, key: str, choices: Choices, **kwargs) -> "RowForm":
        """A row just asked for: writing goes on in its first field."""
        row = cls(key, choices, **kwargs)
        next(iter(row.fields.values())).widget.attrs["autofocus"] = True
        return row

    def offer(self) -> None:
        """Fill the lists to choose from."""

    @staticmethod
    def kept(row) -> dict:
        """The row as the form shows it."""
        raise NotImplementedError

    @property
    def is_removed(self) -> bool:
        return self.is_bound and self.data.get(self.add_prefix("removed")) == "1"

    @property
    def is_blank(self) -> bool:
        """New, and nothing typed yet."""
        given = (self.data.get(self.add_prefix(name), "").strip() for name in self.telling)
        return self.row is None and self.is_bound and not any(given)

    @property
    def is_gone(self) -> bool:
        """Taken out, and nothing speaks against it."""
        return self.is_removed and not self.errors

    def full_clean(self):
        """A row that is taken out, or was never begun, has nothing to correct."""
        super().full_clean()
        if self.is_removed or self.is_blank:
            self._errors.clear()

    def clean(self):
        for name in self.needed:
            if name in self.cleaned_data and not self.cleaned_data[name]:
                self.add_error(name, SAY_IT)

    def counts(self) -> bool:
        """Whether the row has something to be written: all that is sound, or its removal."""
        if self.is_removed:
            return self.row is not None and not self.errors
        return not self.is_blank and not self.errors.keys() & set(self.must_be_sound())

    def must_be_sound(self) -> tuple[str, ...]:
        """A row that is kept already may be written in part."""
        return () if self.row else self.needed

    def written(self) -> dict | None:
        """The sound fields as the chain takes them; None removes the row."""
        if self.is_removed:
            return None
        return {name: value for name, value in self.cleaned_data.items() if name != "removed"}

    def place(self, name: str) -> str:
        """The field beside which an objection to this name is shown."""
        return name if name in self.fields else next(iter(self.fields))


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
    expected_output = words_field(label=_("Expected output"))
    expected_evidence = words_field(label=_("Expected evidence, one kind a line"))
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
