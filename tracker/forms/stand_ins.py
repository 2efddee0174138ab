"""What an administrator types in to name who stands in for whom."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.models import User

from .fields import DayField
from .verb import VerbForm


class AppointmentForm(VerbForm):
    """Any two active people; that they are of one unit is for the verb to say."""

    absentee = forms.ModelChoiceField(
        User.objects.none(), label=_("Absent person"), empty_label=_("Choose a person")
    )
    stand_in = forms.ModelChoiceField(
        User.objects.none(), label=_("Stand-in"), help_text=_("An active colleague of the same unit."),
        empty_label=_("Choose a person"),
    )  # fmt: skip
    starts_on = DayField(label=_("First day away"))
    ends_on = DayField(label=_("Last day away"))
    version = None

    def __init__(self, request):
        super().__init__(request, None)
        for name in ("absentee", "stand_in"):
            self.fields[name].queryset = User.objects.filter(is_active=True)


class EndForm(VerbForm):
    """Nothing but the button."""

    version = None
