"""What is typed in to change a rule: its days, its people, and from when."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications.models import ReminderRule
from notifications.models.rule_numbers import has_offsets, possible_audiences
from tracker.calendar import ONE_DAY
from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm

MINUS_SIGNS = str.maketrans("−–", "--")
NUMBERS_ONLY = _("Write whole numbers separated by commas, for example -7, -3, 0.")
COUNTED = ("offsets", "repeat_every", "in_working_days")


class NumbersField(forms.CharField):
    """Whole numbers, typed one after the other."""

    def prepare_value(self, value):
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value) -> list[int]:
        try:
            return [
                int(word)
                for word in re.split(r"[\s,;]+", super().to_python(value).translate(MINUS_SIGNS))
                if word
            ]
        except ValueError as error:
            raise forms.ValidationError(NUMBERS_ONLY) from error

    def run_validators(self, value) -> None:
        """The text's own checks do not fit numbers; the rule's verb looks at those."""


class RuleForm(VerbForm):
    """The rule as it is; saving it writes a new row. A row never changes, so it has no version."""

    version = None
    offsets = NumbersField(
        label=_("Days"), widget=forms.TextInput({"size": 30}),
        help_text=_("Separated by commas: -7 is 7 days before the deadline, 0 the day itself, 1 the day after."),
    )  # fmt: skip
    repeat_every = forms.IntegerField(
        label=_("Then every"), required=False, widget=forms.NumberInput({"min": 1, "max": 365, "size": 5}),
        help_text=_("So many days after the last of these it comes again and again; empty: it does not."),
        error_messages={"invalid": _("Give a whole number from 1 to 365, or leave it empty.")},
    )  # fmt: skip
    in_working_days = forms.BooleanField(label=_("Counted in working days"), required=False)
    audiences = forms.MultipleChoiceField(label=_("Whom"), widget=forms.CheckboxSelectMultiple)
    is_compulsory = forms.BooleanField(
        label=_("Compulsory"), required=False, help_text=_("Nobody can decline a compulsory mail.")
    )
    valid_from = DayField(
        label=_("In force from"), help_text=_("Tomorrow at the earliest: the plan of today is written.")
    )

    def __init__(self, request, rule: ReminderRule, *, today):
        super().__init__(request, rule, initial=rule.numbers | {"valid_from": today + ONE_DAY})
        possible = possible_audiences(rule)
        choices = [(value, label) for value, label in ReminderRule.Audience.choices if value in possible]
        self.fields["audiences"].choices = choices
        for name in () if has_offsets(rule) else COUNTED:
            del self.fields[name]


class RetireForm(VerbForm):
    """Only the last day on which the rule holds."""

    version = None
    valid_until = DayField(label=_("Last day"), help_text=_("On this day the rule still holds."))

    def __init__(self, request, rule: ReminderRule, *, today):
        super().__init__(request, rule, initial={"valid_until": today})
