"""What is typed in around the list of actions: a filter's name, the new owner of many actions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.models import User

from .verb import VerbForm

MOST_DIGITS = 9


class SavedFilterForm(VerbForm):
    """A name for a filter; a filter has no version. Only Home Affairs is asked whether to share it."""

    version = None
    name = forms.CharField(
        label=_("Name of the filter"), max_length=60, help_text=_("For example “PAPI, not completed”.")
    )
    is_shared = forms.BooleanField(
        label=_("Share it with everybody"),
        required=False,
        help_text=_("Everybody finds it above the list; each sees only the actions he may see."),
    )

    def __init__(self, request, saved):
        super().__init__(request, saved)
        if not request.actor.is_home_affairs:
            del self.fields["is_shared"]


class HandOverForm(VerbForm):
    """The new owner of many actions of one lead unit, and each action at the version its reader saw."""

    version = None
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("New owner"), help_text=_("Active people of the lead unit."),
        empty_label=_("Choose a person"),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, max_length=8000)

    def __init__(self, request, unit, actions, *, today):
        seen = " ".join(f"{action.ref}:{action.version}" for action in actions)
        super().__init__(request, unit, initial={"seen": seen})
        members = unit.memberships.valid_on(today).values("user") if unit else []
        self.fields["owner"].queryset = User.objects.filter(is_active=True, pk__in=members)

    def clean_seen(self) -> dict[str, int]:
        """Reference -> version."""
        pairs = [pair.partition(":") for pair in self.cleaned_data["seen"].split()]
        if not all(_is_version(version) for _ref, _colon, version in pairs):
            raise forms.ValidationError(_("The ticked rows were not understood. Tick them again."))
        return {ref: int(version) for ref, _colon, version in pairs}


def _is_version(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
