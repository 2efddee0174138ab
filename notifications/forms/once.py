"""Forms for what is done to mails: they carry no version, only a key that works once."""

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications.models.hold import LONGEST_NOTE
from tracker.forms.verb import VerbForm


class OnceForm(VerbForm):
    """For a verb that needs no words."""

    version = None


class WhyForm(OnceForm):
    """For a verb that needs a reason."""

    reason = forms.CharField(
        label=_("Reason"), max_length=LONGEST_NOTE, widget=forms.Textarea({"rows": 3}),
        help_text=_("It is kept in the history."),
    )  # fmt: skip
