"""One more row of the card, empty or copied from what stands on the screen."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from plans.forms.chain import FORMS
from plans.forms.chain_choices import Choices
from tracker import calendar
from tracker.models.row_key import new_key
from tracker.views.verb import require_role

from .chain_card import Card
from .chain_steps import Step
from .submissions import find_submission

TEMPLATES = {
    "cause": "plans/_cause_row.html",
    "responsibility": "plans/_responsibility_row.html",
    "action": "plans/_action_row_form.html",
}


@require_POST
def create(request: HttpRequest, year: int, unit: str, ref: str) -> HttpResponse:
    """The row that the button asks for; nothing is saved."""
    card, step = Card.of(find_submission(request, year, unit), ref), Step.of(request)
    require_role(card.may_write(request.actor))
    if step.verb not in ("add", "copy"):
        raise Http404
    row = _row(request, step, Choices.of(card.weakness, calendar.today()))
    return render(request, TEMPLATES[step.part], {"row": row, "card": card})


def _row(request, step: Step, choices: Choices):
    form, typed = FORMS[step.part], {}
    if step.verb == "copy":
        source = form(step.key, choices, data=request.POST)
        typed = {name: source[name].value() for name in source.fields if name != "removed"}
    return form.begun(new_key(), choices, initial=typed, number=len(request.POST.getlist(step.part)) + 1)
