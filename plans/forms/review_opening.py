"""The last look before a review is opened."""

import secrets

from django import forms

from plans.setting_up.readiness import Readiness
from tracker.errors import Invalid
from tracker.forms.verb import VerbForm


class OpeningForm(VerbForm):
    """Carries what its reader has seen; what a colleague changed meanwhile is to be read first."""

    version = None
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, request, ready: Readiness):
        self.digest = ready.digest
        super().__init__(request, ready.review, initial={"seen": self.digest})

    def take(self, refusal: Invalid) -> None:
        """The page shows what it is now, so the next press is about that."""
        super().take(refusal)
        self.data = self.data | {"seen": self.digest, "idempotency": secrets.token_urlsafe(18)}
