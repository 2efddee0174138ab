"""What is typed in when a unit ends: the last day, why, and who takes its work and its people over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.errors import Invalid
from tracker.models import Unit

from .fields import DayField, SentencesField
from .verb import VerbForm

A_UNIT = {"invalid_choice": _("Choose another unit that still exists.")}


class UnitEndingForm(VerbForm):
    """One unit takes the open work over; others may be named as successors beside it."""

    valid_to = DayField(label=_("Last day of the unit"))
    reason = SentencesField(
        label=_("Reason"),
        rows=2,
        help_text=_("Number and date of the resolution or decision; it stays in the history."),
    )
    receiver = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Which unit takes over its open work"), required=False,
        empty_label=_("none: it is dissolved without open work"), error_messages=A_UNIT,
    )  # fmt: skip
    takes_people = forms.BooleanField(
        label=_("Its people go to that unit, too"),
        required=False,
        help_text=_(
            "They keep their actions. A head becomes an official there, unless that unit has no head."
        ),
    )
    others = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("Further successors"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages=A_UNIT | {"invalid_pk_value": A_UNIT["invalid_choice"]},
    )  # fmt: skip
    version = None

    def __init__(self, request, unit, *, today):
        super().__init__(request, unit, initial={"valid_to": today.fromordinal(today.toordinal() - 1)})
        standing = Unit.objects.filter(valid_to=None).exclude(pk=unit.pk).select_related("group")
        for name in ("receiver", "others"):
            self.fields[name].queryset = standing

    def words(self) -> dict:
        """The receiver is the first of the successors."""
        words = super().words()
        others = [unit for unit in words.pop("others") if unit != words["receiver"]]
        return words | {"successors": [unit for unit in (words["receiver"], *others) if unit]}

    def take(self, refusal: Invalid) -> None:
        """What is wrong with a successor stands beside the choice of the receiver."""
        super().take(
            Invalid(
                {"receiver" if name == "successors" else name: why for name, why in refusal.errors.items()}
            )
        )
