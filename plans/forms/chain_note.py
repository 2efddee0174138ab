"""The words that lost against a colleague's, kept as a note."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.verb import VerbForm

from .chain_differences import Difference

MOST_LETTERS = 50_000  # a whole card


class NoteForm(VerbForm):
    """A note is added beside what is there: it does not matter who was faster."""

    version = None
    words_to_keep = forms.CharField(
        label=_("Your text"), widget=forms.Textarea({"rows": 8}), max_length=MOST_LETTERS
    )

    def words(self) -> dict:
        return {"words": self.cleaned_data["words_to_keep"]}

    @staticmethod
    def about(weakness, differing: list[Difference]) -> dict[str, str]:
        """The note as the conflict page carries it, unseen."""
        text = "\n".join(f"{each.label}: {each.mine}" for each in differing if each.mine)
        return {"words_to_keep": text, "idempotency": secrets.token_urlsafe(18)}
