"""What is typed in to change the working calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import DayField
from .verb import VerbForm

WHY = _("For example the number of the notice. It is kept in the history.")


class ReasonedForm(VerbForm):
    """A change of the calendar is always reasoned; a day has no version to be seen."""

    version = None
    field_order = ["day", "is_working", "day_off", "worked_on", "reason"]
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=WHY, widget=forms.TextInput({"size": 60})
    )


class DayForm(ReasonedForm):
    day = DayField(label=_("Day"))
    is_working = forms.TypedChoiceField(
        label=_("On this day the office"), widget=forms.RadioSelect, coerce=lambda value: value == "yes",
        choices=[("no", _("is free")), ("yes", _("works"))],
    )  # fmt: skip


class SwapForm(ReasonedForm):
    day_off = DayField(label=_("Becomes free"), help_text=_("A day on which the office would work."))
    worked_on = DayField(label=_("Is worked instead"), help_text=_("A free day, as a rule a Saturday."))


class ReasonOfDayForm(ReasonedForm):
    """Shows the reason as it stands."""

    def __init__(self, request, exception):
        super().__init__(request, exception, initial={"reason": exception.reason})


class RestoreDayForm(ReasonedForm):
    """Asks why the exception no longer holds."""
