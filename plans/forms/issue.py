"""What the signed paper says, and the written reason without which nothing goes on that lacks something."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.files import MOST_BYTES
from tracker.forms.fields import TOO_LARGE, DayField, SentencesField
from tracker.forms.verb import VerbForm


class ScanField(forms.FileField):
    """The signed paper. What it really is, is decided by the verb that keeps it."""

    def __init__(self, **kwargs):
        widget = forms.FileInput(
            {"accept": ".pdf", "data-most-bytes": MOST_BYTES, "data-too-large": TOO_LARGE}
        )
        hint = kwargs.pop(
            "help_text", _("PDF, at most 20 MB: the scan with stamp, or the digitally signed file.")
        )
        super().__init__(
            label=_("Signed paper"),
            widget=widget,
            help_text=hint,
            allow_empty_file=True,
            max_length=200,
            **kwargs,
        )


class ReasonedForm(VerbForm):
    """Asks for the reason only where a check is not met."""

    reason = SentencesField(
        label=_("Why does the plan go on although something is lacking?"), rows=3, required=False,
        help_text=_("Needed because checks are not met. It is kept with the plan and shown on its page."),
    )  # fmt: skip

    def __init__(self, request, plan, unmet, **kwargs):
        super().__init__(request, plan, initial={"reason": plan.unmet_reason}, **kwargs)
        self.fields["reason"].is_conditional = True
        if not unmet:
            del self.fields["reason"]


class SendingForm(ReasonedForm):
    """Nothing is typed but the reason."""


class IssueForm(ReasonedForm):
    number = forms.CharField(
        label=_("Number and symbol"),
        max_length=40,
        help_text=_("As on the signed paper, for example 118/KH-UBND."),
    )
    issued_on = DayField(label=_("Date of issue"))
    signer_name = forms.CharField(label=_("Signer"), max_length=120)
    signer_title = forms.CharField(label=_("Signer's title"), max_length=120, required=False)
    signed_file = ScanField(
        required=False,
        help_text=_(
            "PDF, at most 20 MB: the scan with stamp, or the digitally signed file. It can be added later."
        ),
    )
    field_order = ["number", "issued_on", "signer_name", "signer_title", "signed_file", "reason"]


class SignedFileForm(VerbForm):
    signed_file = ScanField()

    def words(self) -> dict:
        return {"file": self.cleaned_data["signed_file"], "version": self.cleaned_data["version"]}
