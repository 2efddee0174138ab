"""The name of a period and its last day: asked for first, sent once the figures have been looked at."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm

NAME = {
    "label": _("Name of the period"),
    "max_length": 80,
    "help_text": _("As papers will call it, for example “6 tháng cuối năm 2022”."),
}
UNTIL = {"label": _("Up to and including")}
MISSING = {"required": _("This cannot stay empty.")}


class PeriodLook(forms.Form):
    """By GET: nothing is closed yet."""

    name = forms.CharField(error_messages=MISSING, **NAME)
    until = DayField(error_messages=MISSING, **UNTIL)

    def take(self, errors: dict[str, str]) -> None:
        """Show the verb's objections beside their fields."""
        for name, message in errors.items():
            self.add_error(name, message)


class PeriodForm(VerbForm):
    """By POST: the same words, hidden under the figures that were looked at."""

    name = forms.CharField(widget=forms.HiddenInput, **NAME)
    until = DayField(**UNTIL)

    def __init__(self, request, plan, **kwargs):
        super().__init__(request, plan, **kwargs)
        self.fields["until"].widget = forms.HiddenInput()
