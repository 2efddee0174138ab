"""What Home Affairs types in for many units at once: a date, a reason, and each unit at the version it saw."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models import Submission
from tracker.forms.fields import DayField, SentencesField
from tracker.forms.verb import VerbForm

MOST_DIGITS = 9


class ManyForm(VerbForm):
    """A reason for all ticked units; each submission as it stood when its reader looked."""

    version = None
    seen = forms.CharField(widget=forms.HiddenInput, max_length=8000)
    reason = SentencesField(
        label=_("Reason"), rows=3, help_text=_("It is kept in the history and shown to each of the units.")
    )

    def __init__(self, request, review, submissions: list[Submission], **kwargs):
        seen = " ".join(f"{each.pk}:{each.version}" for each in submissions)
        super().__init__(request, review, initial={"seen": seen} | kwargs.pop("initial", {}), **kwargs)

    def clean_seen(self) -> dict[int, int]:
        """Submission -> version."""
        pairs = [pair.partition(":") for pair in self.cleaned_data["seen"].split()]
        if not all(_is_number(pk) and _is_number(version) for pk, _colon, version in pairs):
            raise forms.ValidationError(_("The ticked rows were not understood. Tick them again."))
        return {int(pk): int(version) for pk, _colon, version in pairs}

    def words(self) -> dict:
        """What each verb is given besides the version."""
        return {name: value for name, value in super().words().items() if name not in ("seen", "version")}


class ExemptionForm(ManyForm):
    """Units that need not hand in this year."""


class OwnDateForm(ManyForm):
    """A deadline of their own for some units."""

    due_on = DayField(label=_("New deadline of these units"))
    field_order = ["due_on", "reason"]


class ExpectationForm(ManyForm):
    """Units that are to hand in after all; a date of their own where the deadline of all is over."""

    due_on = DayField(label=_("Deadline of these units"), required=False)
    field_order = ["due_on", "reason"]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
