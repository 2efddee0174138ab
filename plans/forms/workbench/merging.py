"""Which lines are meant, each at the version that was read; those to be merged, and whose words stand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.consolidation.pile import MOST
from tracker.forms.verb import VerbForm

MOST_NUMBER = 2**63 - 1
TOO_FEW = _("Tick at least one line first.")
TOO_MANY = _("At most 100 can be ticked at once. Finish with these first, then tick the others.")


class LinesField(forms.Field):
    """Ticked lines as “number:version”; what is not of that form is no line of ours."""

    widget = forms.MultipleHiddenInput

    def clean(self, value) -> dict[int, int]:
        found = dict(filter(None, map(_line, value or [])))
        if not found:
            raise forms.ValidationError(TOO_FEW)
        if len(found) > MOST:
            raise forms.ValidationError(TOO_MANY)
        return found


class LinesForm(VerbForm):
    line = LinesField()


class MergeForm(LinesForm):
    into = forms.IntegerField(required=False, min_value=1, max_value=MOST_NUMBER)


def too_many(values: list[str]) -> bool:
    return len(set(values)) > MOST


def lines_asked(values: list[str]) -> dict[int, int]:
    """The lines an address or a form names; without a version any is meant."""
    return dict(filter(None, map(_line, values[:MOST])))


def _line(text: str) -> tuple[int, int] | None:
    number, _colon, version = text.partition(":")
    digits = f"{number}{version}"
    if not number or not digits.isascii() or not digits.isdigit() or len(digits) > 18:
        return None
    return int(number), int(version or 0)
