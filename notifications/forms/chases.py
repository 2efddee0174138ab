"""What is typed in to chase: the words of the letter, proposed and free to change; later its number and date."""

import hashlib

from django import forms
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications.models.chase_numbering import LONGEST_NUMBER
from notifications.models.chase_rules import Occasion
from notifications.models.chase_sending import CHASING
from notifications.models.chase_wording import MOST_SIGNS, answer_by, places
from plans.forms.issue import ScanField
from tracker.errors import Invalid
from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm

from .choosing import Choice

PROPOSALS = "notifications/chase_words"


class ChaseForm(VerbForm):
    """One text for all the units; a new letter has no version to be seen."""

    version = None
    words = forms.CharField(
        label=gettext_lazy("Text of the letter"), widget=forms.Textarea({"rows": 11}), strip=False,
        error_messages={"required": gettext_lazy("Write what the unit is to do; the letter cannot be empty.")},
    )  # fmt: skip

    def __init__(self, request: HttpRequest, choice: Choice, occasions: list[Occasion]):
        self.choice, self.occasions = choice, occasions
        super().__init__(request, choice, initial={"words": _proposed(choice, occasions)})
        self.fields["words"].help_text = self._hint()

    def clean_words(self) -> str:
        """What one of the units could not be sent is said before any is."""
        words = self.cleaned_data["words"]
        try:
            for occasion in self.occasions:
                occasion.words(words)
        except Invalid as refusal:
            raise forms.ValidationError(refusal.errors["words"]) from None
        return words

    @cached_property
    def letters(self) -> list[tuple[Occasion, str]]:
        """Each letter as its unit would read it now."""
        typed = self["words"].value() or ""
        return [(occasion, _as_read(occasion, typed)) for occasion in self.occasions]

    def fingerprint(self) -> bytes:
        """What is asked for, the same for a repeated click."""
        asked = (self.choice.about, self.choice.level, sorted(self.choice.codes), self.cleaned_data["words"])
        return hashlib.sha256(repr(asked).encode()).digest()

    def _hint(self) -> str:
        limit = _("At most %(most)s characters.") % {"most": MOST_SIGNS}
        if not self.occasions:
            return limit
        known = places(self.occasions[0].subject.figures())
        return " ".join([limit, _("Each unit reads its own name and figures for:"), f"{known}."])


class NumberForm(VerbForm):
    """As on the signed paper; noted before, it is corrected."""

    number = forms.CharField(
        label=gettext_lazy("Number and symbol"), max_length=LONGEST_NUMBER,
        help_text=gettext_lazy("As on the signed paper, for example 118/SNV-CCHC."),
    )  # fmt: skip
    numbered_on = DayField(label=gettext_lazy("Date of the letter"))

    signed_file = ScanField(
        required=False,
        help_text=gettext_lazy(
            "PDF, at most 20 MB; it may follow later. Every unit chased with it gets a mail that leads to it, and "
            "reads it whole."
        ),
    )  # fmt: skip

    def __init__(self, request: HttpRequest, letter):
        noted = {"number": letter.number, "numbered_on": letter.numbered_on}
        super().__init__(request, letter, initial=noted)
        if letter.signed_file:
            del self.fields["signed_file"]


def _proposed(choice: Choice, occasions: list[Occasion]) -> str:
    """A polite text in Vietnamese, the language of letters between offices."""
    if not occasions:
        return ""
    today, review = occasions[0].today, getattr(occasions[0].subject, "review", None)
    is_late = all(occasion.subject.days > 0 for occasion in occasions)
    words = {"today": today, "answer_by": answer_by(today), "review": review, "is_late": is_late}
    return render_to_string(f"{PROPOSALS}/{choice.about}_{choice.level or CHASING}.txt", words).strip()


def _as_read(occasion: Occasion, typed: str) -> str:
    """With the figures of the unit; as typed where it cannot be sent so."""
    try:
        return occasion.words(typed)
    except Invalid:
        return typed
