"""Fields as the offices fill them in: dates as dd/mm/yyyy, sentences in a box, people by name, files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.files import ENDINGS, MOST_BYTES

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


class ProofField(forms.FileField):
    """A file. What may stay is decided by the verb that keeps it; the browser warns before it sends too much."""

    def __init__(self, **kwargs):
        accepted = ",".join(f".{ending}" for ending in ENDINGS)
        widget = forms.FileInput(
            {"accept": accepted, "data-most-bytes": MOST_BYTES, "data-too-large": TOO_LARGE}
        )
        hint = _("PDF, Word, Excel, picture or ZIP; at most 20 MB.")
        super().__init__(widget=widget, help_text=hint, allow_empty_file=True, **kwargs)


TOO_LARGE = _("The file is larger than 20 MB. Split it or save it smaller.")
