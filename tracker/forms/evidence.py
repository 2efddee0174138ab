"""What is typed in as proof of an action: a file, an official document, a link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.models import ExpectedEvidence

from .fields import DayField, ProofField, SentencesField
from .verb import VerbForm


class EvidenceForm(VerbForm):
    """Evidence is added beside what is there, so it does not matter who was faster: no version is sent on."""

    expected = forms.ModelChoiceField(
        ExpectedEvidence.objects.none(), label=_("What does it prove?"), required=False,
        empty_label=_("Other evidence"),
    )  # fmt: skip

    def __init__(self, request, action, **kwargs):
        super().__init__(request, action, **kwargs)
        self.fields["expected"].queryset = action.expected_evidence.all()
        self.initial["expected"] = self.initial.get("expected") or only_missing(action)
        self.order_fields(["expected"])

    def words(self) -> dict:
        return {name: value for name, value in super().words().items() if name != "version"}


def only_missing(action) -> int | None:
    """The kind of proof a new piece is taken to be, when there is but one left to bring."""
    missing = list(action.missing_evidence()[:2])
    return missing[0].pk if len(missing) == 1 else None


class FileForm(EvidenceForm):
    file = ProofField(label=_("File"))
    title = forms.CharField(
        label=_("Title"), required=False, max_length=300, help_text=_("Empty: the file's name.")
    )


class DocumentForm(EvidenceForm):
    number = forms.CharField(
        label=_("Number and symbol"), max_length=60, help_text=_("As printed, for example 412/QĐ-UBND.")
    )
    issued_on = DayField(label=_("Issued on"))
    issuer = forms.CharField(label=_("Issued by"), max_length=200)
    title = forms.CharField(label=_("Subject of the document"), max_length=300)


class LinkForm(EvidenceForm):
    url = forms.CharField(
        label=_("Address"),
        max_length=500,
        widget=forms.URLInput,
        help_text=_("Begins with https:// or http://."),
    )
    title = forms.CharField(label=_("What is to be seen there"), max_length=300)


class ExpectedForm(VerbForm):
    """What is expected as proof, one kind a line."""

    kinds = SentencesField(
        label=_("Expected evidence, one kind a line"), rows=5,
        help_text=_("As the unit will look for it, for example “Decision on the plan, signed”."),
    )  # fmt: skip
    reason = SentencesField(
        label=_("Reason"), rows=2, help_text=_("It is shown to the people concerned and kept in the history.")
    )

    def __init__(self, request, action):
        kinds = "\n".join(each.description for each in action.expected_evidence.all())
        super().__init__(request, action, initial={"kinds": kinds})

    def words(self) -> dict:
        words = super().words()
        return words | {"kinds": words["kinds"].splitlines()}


FORMS = {"file": FileForm, "document": DocumentForm, "link": LinkForm}
