"""A line of the plan as it is printed: its words beside the units' words, who leads, who helps, until when."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.forms.fields import DayField, SentencesField
from tracker.forms.verb import VerbForm
from tracker.models import Unit
from tracker.templatetags.page import day

OWN = {
    "weakness_statement": lambda part: part.action.weakness.statement,
    "causes": lambda part: "\n".join(cause.statement for cause in part.action.weakness.causes.all()),
    "measure": lambda part: part.action.statement,
    "output": lambda part: part.action.expected_output,
    "due_on": lambda part: day(part.action.due_on),
}
TEXTS = ("weakness_statement", "causes", "measure", "output", "due_on", "due_phrase", "note")


class ItemForm(VerbForm):
    weakness_statement = SentencesField(label=gettext_lazy("Weakness as printed"), rows=3)
    causes = SentencesField(label=gettext_lazy("Causes as printed"), rows=3, required=False)
    measure = SentencesField(label=gettext_lazy("Measure as printed"), rows=4)
    output = SentencesField(label=gettext_lazy("Output as printed"), rows=2, required=False)
    due_on = DayField(label=gettext_lazy("Deadline"))
    due_phrase = forms.CharField(label=gettext_lazy("Deadline in words"), max_length=120, required=False)
    note = SentencesField(label=gettext_lazy("Note"), rows=2, required=False)
    lead_unit = forms.ChoiceField(label=gettext_lazy("Lead unit"))
    coordinating_units = forms.MultipleChoiceField(
        label=gettext_lazy("Coordinating units"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, request, item, parts: list, today):
        helping = list(item.coordinating_units.all())
        initial = {name: getattr(item, name) for name in TEXTS} | {"lead_unit": str(item.lead_unit_id)}
        super().__init__(
            request, item, initial=initial | {"coordinating_units": [str(unit.pk) for unit in helping]}
        )
        present = Unit.objects.valid_on(today).select_related(None)
        self._units = {str(unit.pk): unit for unit in [*present, *helping, item.lead_unit, *item.may_lead()]}
        leads = {str(unit.pk): str(unit) for unit in [*item.may_lead(), item.lead_unit]}
        self.fields["lead_unit"].choices = list(leads.items())
        self.fields["coordinating_units"].choices = [(key, str(unit)) for key, unit in self._units.items()]
        self._show_own_words(parts)

    def _show_own_words(self, parts: list) -> None:
        """Each contributor's own words stand beside the field."""
        for name, words_of in OWN.items():
            self.fields[name].own_words = [(part.action.lead_unit, words_of(part)) for part in parts]

    def chosen_units(self) -> list:
        """Who helps, as it is ticked now."""
        return [self._units[key] for key in self["coordinating_units"].value() or () if key in self._units]

    def words(self) -> dict:
        found = super().words()
        lead, helping = found.pop("lead_unit"), found.pop("coordinating_units")
        return found | {
            "lead_unit": self._units[lead], "coordinating_units": [self._units[key] for key in helping]
        }  # fmt: skip


class SplitForm(VerbForm):
    action = forms.MultipleChoiceField(
        label=gettext_lazy("Which of them leave this line"), widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Tick the actions of this line that get a line of their own."),
            "invalid_choice": gettext_lazy(
                "%(value)s is no longer in this line; perhaps a colleague has just split it off. What is still in it"
                " stands here."
            ),
        },
    )  # fmt: skip
    each = forms.BooleanField(
        label=gettext_lazy("A line of its own for each of them, not one line for all of them"), required=False
    )

    def __init__(self, request, item, actions: list):
        super().__init__(request, item)
        self._actions = {action.ref: action for action in actions}
        words = _("%(ref)s – %(unit)s: %(measure)s")
        self.fields["action"].choices = [
            (ref, words % {"ref": ref, "unit": action.lead_unit, "measure": action.statement})
            for ref, action in self._actions.items()
        ]

    def words(self) -> dict:
        leaving = [self._actions[ref] for ref in self.cleaned_data["action"]]
        return {"actions": leaving, "each": self.cleaned_data["each"]}
