"""Fields for figures: decimal comma or point, a minus of any kind, and a plus for what was gained."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.figures import as_typed, figure

NO_NUMBER = _("Write a number, for example 86,77.")
NO_WHOLE_NUMBER = _("Write a whole number.")


class FigureField(forms.DecimalField):
    """A number with at most two decimals, written with comma or point."""

    def __init__(self, **kwargs):
        widget = forms.TextInput({"inputmode": "decimal", "size": 8, "autocomplete": "off"})
        super().__init__(
            required=False, max_digits=kwargs.pop("max_digits", 7), decimal_places=2, widget=widget, **kwargs
        )
        self.error_messages["invalid"] = NO_NUMBER

    def to_python(self, value):
        return super().to_python(as_typed(value) if isinstance(value, str) else value)

    def prepare_value(self, value):
        """As the reader's language writes it; what was typed stays as typed."""
        return value if value is None or isinstance(value, str) else figure(value)


class WholeField(forms.IntegerField):
    """A whole number; one that tells a change may carry its sign."""

    def __init__(self, *, least: int = 1, most: int = 999, **kwargs):
        widget = forms.TextInput({"inputmode": "numeric", "size": 5, "autocomplete": "off"})
        super().__init__(required=False, min_value=least, max_value=most, widget=widget, **kwargs)
        self.error_messages["invalid"] = NO_WHOLE_NUMBER

    def to_python(self, value):
        return super().to_python(as_typed(value) if isinstance(value, str) else value)
