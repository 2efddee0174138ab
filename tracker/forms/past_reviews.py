"""A year from before this site was used."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import DayField
from .verb import VerbForm


class PastReviewForm(VerbForm):
    version = None
    year = forms.IntegerField(
        label=_("Assessed year"),
        min_value=2000,
        max_value=2200,
        help_text=_("The year the results are about."),
    )
    conference_on = DayField(
        label=_("Day on which the results were announced"),
        help_text=_("Day/month/year; if you do not know the day, any day of the year after."),
    )
