"""What is typed in to chase a unit: the words of the letter, proposed and free to change."""

from django import forms
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from notifications.models.chase_rules import MOST_SIGNS, Occasion
from tracker.forms.verb import VerbForm
from tracker.models import WorkingDayException

ANSWER_WITHIN = 3  # working days, proposed
PROPOSAL = "notifications/chase_words.txt"


class ChaseForm(VerbForm):
    """The letter's own words; a new letter has no version to be seen."""

    version = None
    words = forms.CharField(
        label=_("Text of the letter"), widget=forms.Textarea({"rows": 9}), strip=False,
        help_text=format_lazy(
            _("At most {most} characters. The list of overdue actions is added below it."), most=MOST_SIGNS
        ),
        error_messages={"required": _("Write what the unit is to do; the letter cannot be empty.")},
    )  # fmt: skip

    def __init__(self, request: HttpRequest, occasion: Occasion):
        super().__init__(request, occasion.unit, initial={"words": _proposed(occasion)})


def _proposed(occasion: Occasion) -> str:
    """A polite text in Vietnamese, the language of letters between offices."""
    calendar = WorkingDayException.objects.calendar()
    answer_by = calendar.shift(occasion.today, ANSWER_WITHIN)
    words = {"unit": occasion.unit, "count": len(occasion.actions), "answer_by": answer_by}
    return render_to_string(PROPOSAL, words).strip()
