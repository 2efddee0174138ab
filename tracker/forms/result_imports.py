"""Bringing the filled file of results, and confirming what it would write."""

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Invalid

from .verb import VerbForm

SALT = "tracker.results"
GOOD_FOR = 24 * 60 * 60  # seconds
MOST_LETTERS = 1_500_000


class ResultsUploadForm(VerbForm):
    """Nothing is written by this form, so nothing has to guard against sending it twice."""

    version = None
    file = forms.FileField(
        label=gettext_lazy("Excel file (.xlsx)"), max_length=300, allow_empty_file=True,
        widget=forms.FileInput({"accept": ".xlsx"}),
        help_text=gettext_lazy(
            "At most 20 MB and 500 filled rows a sheet. Nothing is written yet: the file is checked first."
        ),
        error_messages={"required": gettext_lazy("Choose the file you filled in.")},
    )  # fmt: skip


class ResultsConfirmForm(VerbForm):
    """Carries the checked rows, signed, so that exactly what was checked is written."""

    rows = forms.CharField(widget=forms.HiddenInput, max_length=MOST_LETTERS, strip=False)

    @classmethod
    def of(cls, request, review, raw: dict, version: int) -> "ResultsConfirmForm":
        """The form as the page of a check offers it."""
        form = cls(request, review, initial={"version": version, "rows": packed(review, raw)})
        form.is_bound = False
        return form


def packed(review, raw: dict) -> str:
    """The rows of one review, compressed and signed."""
    return signing.dumps({"review": review.pk, "rows": raw}, salt=SALT, compress=True)


def unpacked(review, text: str) -> dict:
    """The rows that were checked for this review. Raises Invalid when they are not, or no longer, ours."""
    try:
        kept = signing.loads(text, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        kept = {}
    if kept.get("review") != review.pk:
        words = _(
            "The checked rows did not arrive as they were sent, or are older than a day. Bring the file again."
        )
        raise Invalid({"rows": words})
    return kept["rows"]
