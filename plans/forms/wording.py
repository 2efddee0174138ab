"""Home Affairs' wording of a weakness and its actions, each beside the unit's words."""

from django import forms
from django.utils.translation import gettext as _

from tracker.forms.fields import SentencesField
from tracker.forms.verb import VerbForm


class WordingForm(VerbForm):
    """What stays blank leaves the unit's words standing."""

    def __init__(self, request, weakness):
        self.actions = weakness.live_actions
        super().__init__(request, weakness)
        title = forms.CharField(label=_("Title in the plan"), max_length=200, required=False)
        self._offer("title", title, weakness.edited_title, weakness.title)
        self._offer("statement", SentencesField(label=_("Weakness in the plan"), rows=3, required=False),
                    weakness.edited_statement, weakness.statement)  # fmt: skip
        for number, action in enumerate(self.actions, start=1):
            self._offer_action(number, action)

    def _offer_action(self, number: int, action) -> None:
        measure = SentencesField(
            label=_("Measure %(number)s in the plan") % {"number": number}, rows=3, required=False
        )
        output = SentencesField(label=_("Output of measure %(number)s in the plan") % {"number": number}, rows=2,
                                required=False)  # fmt: skip
        self._offer(f"{action.ref}-statement", measure, action.edited_statement, action.statement)
        self._offer(f"{action.ref}-output", output, action.edited_output, action.expected_output)
        self.fields[f"{action.ref}-version"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=action.version, min_value=1, max_value=2**31 - 1
        )

    def _offer(self, name: str, field: forms.Field, edited: str, own: str) -> None:
        field.initial, field.own_words = edited, own
        self.fields[name] = field

    def wordings(self) -> list[tuple]:
        """For each thing what its verb is given: the weakness first, then its actions."""
        found = self.cleaned_data
        words = {name: found[name] for name in ("title", "statement", "version")}
        return [(self.thing, words), *((action, self._of(action)) for action in self.actions)]

    def _of(self, action) -> dict:
        names = ("statement", "output", "version")
        return {name: self.cleaned_data[f"{action.ref}-{name}"] for name in names}

    def again(self, version: int) -> "WordingForm":
        form = super().again(version)
        for action in self.actions:
            action.refresh_from_db()
            form.data[f"{action.ref}-version"] = action.version
        return form
