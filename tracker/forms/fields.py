"""Fields as the offices fill them in: dates as dd/mm/yyyy, sentences in a box, people by name."""

from django import forms
from django.utils.translation import gettext_lazy as _

DATE_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]


class DayField(forms.DateField):
    """A date typed as dd/mm/yyyy."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(
            format="%d/%m/%Y", attrs={"inputmode": "numeric", "size": 12, "autocomplete": "off"}
        )
        hint = kwargs.pop("help_text", _("Day/month/year, for example 30/08/2022."))
        super().__init__(widget=widget, input_formats=DATE_FORMATS, help_text=hint, **kwargs)
        self.error_messages["invalid"] = _("Write the date as day/month/year, for example 30/08/2022.")


class SentencesField(forms.CharField):
    """A few sentences."""

    def __init__(self, *, rows: int = 4, **kwargs):
        super().__init__(widget=forms.Textarea({"rows": rows}), max_length=4000, **kwargs)
