"""What Home Affairs notes on one row: which checks hold, what is to be mended, accept or return."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models import SubmissionRow
from tracker.errors import Invalid


class ExaminationForm(forms.Form):
    """Working notes: sent again and again while the row is read, so its fields are named by the row."""

    checks = forms.MultipleChoiceField(
        label=_("Checklist"), choices=SubmissionRow.Check.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    remark = forms.CharField(
        label=_("Remark to the unit"), required=False, max_length=4000, widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    verdict = forms.ChoiceField(
        label=_("Verdict"), required=False, widget=forms.RadioSelect,
        choices=[("accept", _("Accept")), ("return", _("Return to be mended"))],
    )  # fmt: skip
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, row: SubmissionRow, data=None):
        kept = {"checks": row.checks, "remark": row.draft_remark, "verdict": row.verdict, "seen": row.stamp}
        super().__init__(data, initial=kept, auto_id=f"{row.weakness.ref}_%s")
        self.row = row

    def words(self) -> dict:
        """What the verb is given."""
        return dict(self.cleaned_data)

    def take(self, refusal: Invalid) -> None:
        """Show the verb's objections beside their fields."""
        for name, message in refusal.errors.items():
            self.add_error(name, message)

    def typed(self) -> list[tuple[str, str]]:
        """The remark, to be shown when it could not be kept."""
        return [(self.fields["remark"].label, self["remark"].value())] if self["remark"].value() else []
