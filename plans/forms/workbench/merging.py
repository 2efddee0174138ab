"""Which lines are merged, or kept apart, each at the version that was read; and whose words stand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.consolidation.pile import MOST_LINES
from tracker.forms.verb import VerbForm

MOST_NUMBER = 2**63 - 1


class LinesField(forms.Field):
    """Ticked lines as “number:version”; what is not of that form is no line of ours."""

    widget = forms.MultipleHiddenInput

    def clean(self, value) -> dict[int, int]:
        found = dict(filter(None, map(_line, (value or [])[:MOST_LINES])))
        if not found:
            raise forms.ValidationError(_("Tick at least two lines to merge."))
        return found


class LinesForm(VerbForm):
    line = LinesField()


class MergeForm(LinesForm):
    into = forms.IntegerField(required=False, min_value=1, max_value=MOST_NUMBER)


def lines_asked(values: list[str]) -> dict[int, int]:
    """The lines an address or a form names; without a version any is meant."""
    return dict(filter(None, map(_line, values[:MOST_LINES])))


def _line(text: str) -> tuple[int, int] | None:
    number, _colon, version = text.partition(":")
    digits = f"{number}{version}"
    if not number or not digits.isascii() or not digits.isdigit() or len(digits) > 18:
        return None
    return int(number), int(version or 0)
