"""Which figures are asked for, by GET: a day, an earlier one to compare with, and by what they are broken down."""

from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans.progress.days import first_day
from plans.progress.meaning import MEANINGS
from plans.progress.things import BY, WHOLE
from tracker.forms.fields import DayField
from tracker.templatetags.page import day

USUAL_BY = "index"


class AskedForm(forms.Form):
    """Nothing need be given: today, compared with nothing, by index."""

    on = DayField(label=_("As of"), required=False)
    since = DayField(label=_("Compared with the day"), required=False)
    by = forms.ChoiceField(label=_("Broken down"), choices=list(BY.items()), required=False)

    def __init__(self, query, plan, today: date):
        super().__init__(query)
        self.first, self.today = first_day(plan), today

    def clean_on(self) -> date:
        """A day of the plan's life; the usual one is today."""
        asked = self.cleaned_data["on"] or self.today
        self._expect_known(asked)
        return asked

    def clean_since(self) -> date | None:
        asked, on = self.cleaned_data["since"], self.cleaned_data.get("on")
        if asked:
            self._expect_known(asked)
        if asked and on and asked >= on:
            raise forms.ValidationError(
                gettext("Choose a day before %(day)s, with which it is compared.") % {"day": day(on)}
            )
        return asked

    def clean_by(self) -> str:
        return self.cleaned_data["by"] or USUAL_BY

    def _expect_known(self, asked: date) -> None:
        if asked > self.today:
            raise forms.ValidationError(
                gettext("Nothing is known of days to come. Choose today or an earlier day.")
            )
        if asked < self.first:
            raise forms.ValidationError(
                gettext("The plan was not followed up before %(day)s. Choose that day or a later one.")
                % {"day": day(self.first)}
            )


class WhyForm(AskedForm):
    """Besides, one figure of one thing."""

    by = forms.ChoiceField(choices=[(WHOLE, WHOLE), *BY.items()], required=False)
    key = forms.CharField(max_length=50, required=False, empty_value="")
    count = forms.ChoiceField(choices=[(name, meaning.words) for name, meaning in MEANINGS.items()])

    def clean_by(self) -> str:
        return self.cleaned_data["by"] or WHOLE
