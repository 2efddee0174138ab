"""Which year is shown, and which it is compared with."""

from django import forms
from django.utils.translation import gettext_lazy as _


class YearsForm(forms.Form):
    """Two years by GET; what is not offered is told, and the usual year is shown instead."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int, required=False, empty_value=None)
    other = forms.TypedChoiceField(label=_("Compared with"), coerce=int, required=False, empty_value=None)

    def __init__(self, data, years: list[int], usual: int | None = None):
        super().__init__(data)
        self.usual = usual or years[0]
        earlier = sorted({*years, *(year - 1 for year in years)}, reverse=True)
        for name, offered in (("year", years), ("other", earlier)):
            field = self.fields[name]
            field.choices = [(year, str(year)) for year in offered]
            field.error_messages["invalid_choice"] = _(
                "There is no review of this year. Choose one of the list."
            )

    def chosen(self) -> tuple[int, int]:
        """The year shown and the other one; by default the usual one and the one before."""
        typed = self.cleaned_data if self.is_valid() else {}
        year = typed.get("year") or self.usual
        other = typed.get("other") or year - 1
        return year, year - 1 if other == year else other
