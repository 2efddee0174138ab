"""What is typed into a submission beside its weaknesses: strengths, the head's own responsibility, files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models.planning.version import digest
from plans.models.submissions.copy import words_of
from tracker.forms.fields import ProofField, SentencesField
from tracker.forms.verb import VerbForm


class StrengthsForm(VerbForm):
    """Asks for the declaration only where the unit has no weakness to answer for."""

    strengths = SentencesField(
        label=_("What went well in the assessed year?"), rows=7, required=False,
        help_text=_("Three to five sentences with figures: “98 of 100 files were on time, 95 a year before”."),
    )  # fmt: skip
    declares_none = forms.BooleanField(
        label=_("The unit has reviewed its work and declares that it found no weakness."), required=False,
        help_text=_("Only where Home Affairs names none and the unit itself finds none."),
    )  # fmt: skip

    def __init__(self, request, submission):
        own = {"strengths": submission.strengths, "declares_none": submission.declares_none}
        super().__init__(request, submission, initial=own)
        if submission.weaknesses.exists():
            del self.fields["declares_none"]

    def words(self) -> dict:
        """The declaration stays as it is where it is not asked for."""
        return {"declares_none": self.thing.declares_none} | super().words()


class HeadForm(VerbForm):
    head_responsibility = SentencesField(
        label=_("What does the head of unit answer for?"), rows=8, required=False,
        help_text=_("What the head did and did not do about the weaknesses, and what he or she takes on."),
    )  # fmt: skip

    def __init__(self, request, submission):
        super().__init__(request, submission, initial={"head_responsibility": submission.head_responsibility})


class ApprovalForm(VerbForm):
    """Carries the digest of the words its reader was shown: nothing else is handed in."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, request, submission):
        self.actor = request.actor
        super().__init__(request, submission, initial={"seen": digest(words_of(submission, request.actor))})

    def again(self, version: int) -> "ApprovalForm":
        form = super().again(version)
        form.data["seen"] = digest(words_of(self.thing, self.actor))
        return form


class AttachmentForm(VerbForm):
    """A file is added beside what is there, so it does not matter who was faster: no version is sent on."""

    file = ProofField(label=_("File"))

    def words(self) -> dict:
        return {"file": self.cleaned_data["file"]}
