"""What every form that changes something carries: the version its writer saw, and a key that works once."""

import secrets

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tracker.errors import Invalid

SENT_BEFORE = _(
    "This form was sent before with other words, and those were kept. Send it again if these are to be added."
)
WRITTEN = (forms.CharField, forms.DateField, forms.IntegerField)


class VerbForm(forms.Form):
    """A form for one verb. Its hidden fields guard against overwriting a colleague and against sending twice."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    idempotency = forms.CharField(widget=forms.HiddenInput, min_length=8, max_length=80)

    def __init__(self, request: HttpRequest, thing, **kwargs):
        posted = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
        ours = {"version": getattr(thing, "version", None), "idempotency": secrets.token_urlsafe(18)}
        super().__init__(
            **posted, initial=ours | kwargs.pop("initial", {}), use_required_attribute=False, **kwargs
        )
        self.thing = thing
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        """A plainer word for fields that have none of their own."""
        for field in self.fields.values():
            if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = _("This cannot stay empty.")

    def words(self) -> dict:
        """What the verb is given: the fields and the version seen."""
        return {name: value for name, value in self.cleaned_data.items() if name != "idempotency"}

    def take(self, refusal: Invalid) -> None:
        """Show the verb's objections beside their fields."""
        for name, message in refusal.errors.items():
            self.add_error(name if name in self.fields else None, message)

    def renew_key(self) -> None:
        """A key used for other words, for example after going back, would be refused for ever."""
        self.data = self.data.copy()
        self.data["idempotency"] = secrets.token_urlsafe(18)
        self.add_error(None, SENT_BEFORE)

    def typed(self) -> list[tuple[str, str]]:
        """Label and text of everything that was typed, to be shown when it could not be kept."""
        written = [field for field in self.visible_fields() if isinstance(field.field, WRITTEN)]
        return [(field.label, field.value()) for field in written if field.value()]

    def seen_version(self) -> int:
        return self.cleaned_data.get("version") or 1

    def again(self, version: int) -> "VerbForm":
        """The same typed text, to be sent on top of the present version."""
        self.data = self.data.copy()
        self.data["version"] = version
        return self
