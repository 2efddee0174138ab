"""The decision on a whole submission; each form carries the stamp of the notes its maker has read."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.fields import DayField, SentencesField
from tracker.forms.verb import VerbForm
from tracker.models import WorkingDayException

DAYS_TO_MEND = 3


class AcceptanceForm(VerbForm):
    notes = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, request, submission):
        super().__init__(request, submission, initial={"notes": submission.stamp_of_notes()})

    def again(self, version: int) -> "AcceptanceForm":
        form = super().again(version)
        form.data["notes"] = self.thing.stamp_of_notes()
        return form


class SendingBackForm(AcceptanceForm):
    """A reason for each row that is marked to be returned, a remark about the whole, and the new date."""

    def __init__(self, request, submission, *, today: date):
        super().__init__(request, submission)
        self.returned = _to_return(submission, request.POST)
        for row in self.returned:
            self.fields[row.weakness.ref] = _reason(row)
        self.fields["remark"] = SentencesField(
            label=_("Remark about the whole submission"), rows=3, required=not self.returned,
            help_text=_("Strengths, responsibility of the head, files, or what all rows have in common."),
        )  # fmt: skip
        self.fields["due_on"] = DayField(label=_("To be handed in again by"))
        self.initial["due_on"] = WorkingDayException.objects.calendar().shift(today, DAYS_TO_MEND)
        self._say_what_is_missing()
        self._fill_in_new_marks()

    def _fill_in_new_marks(self) -> None:
        """What a colleague has marked since the page was opened comes with his remark; the verb finds it out."""
        if self.is_bound:
            marked = {row.weakness.ref: row.draft_remark for row in self.returned}
            self.data = self.data.copy()
            for ref in marked.keys() - self.data.keys():
                self.data[ref] = marked[ref]

    def words(self) -> dict:
        """The reasons by the weakness they are about."""
        words = super().words()
        return words | {"rows": {row.weakness_id: words.pop(row.weakness.ref) for row in self.returned}}


def _to_return(submission, posted) -> list:
    """The rows marked to be returned, and those for which a reason was typed before the mark was taken away."""
    rows = submission.rows.filter(decision="pending").select_related("weakness")
    return [row for row in rows if row.verdict == "return" or row.weakness.ref in posted]


def _reason(row) -> SentencesField:
    field = SentencesField(label=str(row.weakness), rows=3, initial=row.draft_remark)
    field.error_messages["required"] = _("Say what is to be mended in this row.")
    return field
