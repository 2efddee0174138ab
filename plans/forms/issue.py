"""What the signed paper says: number, date and signer are typed in, never invented."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm


class IssueForm(VerbForm):
    number = forms.CharField(
        label=_("Number and symbol"),
        max_length=40,
        help_text=_("As on the signed paper, for example 118/KH-UBND."),
    )
    issued_on = DayField(label=_("Date of issue"))
    signer_name = forms.CharField(label=_("Signer"), max_length=120)
    signer_title = forms.CharField(label=_("Signer's title"), max_length=120, required=False)
