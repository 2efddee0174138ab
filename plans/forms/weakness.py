"""A weakness the unit names itself, and last year's that it takes over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.verb import VerbForm

from .chain_kinds import offer_index, take_index
from .chain_row import words_field


class WeaknessForm(VerbForm):
    title = forms.CharField(
        label=_("Title"), max_length=200, help_text=_("A short name, for example “Land files answered late”.")
    )
    statement = words_field(
        rows=3, label=_("What exactly is lacking?"),
        help_text=_("With figures, for example “12 of 40 documents are missing”."),
    )  # fmt: skip
    index = forms.ChoiceField(label=_("Index"))
    criterion = forms.ChoiceField(label=_("Criterion"), required=False)

    def __init__(self, request, submission):
        super().__init__(request, submission)
        self.fields["statement"].required = True
        offer_index(self)

    def clean(self):
        take_index(self)

    def words(self) -> dict:
        """A weakness is added beside the others, so it does not matter who was faster."""
        return {name: value for name, value in super().words().items() if name != "version"}


class LastYearForm(VerbForm):
    """Which of last year's weaknesses come along."""

    version = None
    weaknesses = forms.ModelMultipleChoiceField(
        None, label=_("Weaknesses of last year"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of these was taken over already. Look at the list again.")},
    )  # fmt: skip

    def __init__(self, request, submission, unfinished):
        super().__init__(request, submission)
        self.fields["weaknesses"].queryset = unfinished

    def ticked(self) -> list[str]:
        return [str(value) for value in self["weaknesses"].value() or []]
