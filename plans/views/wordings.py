"""Home Affairs' own wording for the plan, beside the unit's words."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from plans.forms.wording import WordingForm
from plans.models import Plan, PlanItem
from plans.submissions.parts import address
from tracker.views.verb import answer, who

from .chain_card import Card
from .examinations import find_to_decide


def edit(request: HttpRequest, year: int, unit: str, ref: str) -> HttpResponse:
    """Word one weakness and its actions for the plan; one save for all of them."""
    submission = find_to_decide(request, year, unit)
    if not submission.copies.exists():
        raise Http404
    card = Card.of(submission, ref)
    form = WordingForm(request, card.weakness)
    return answer(
        request, form, lambda **words: _word(form, **who(request)),
        title=_("Wording for the plan"), submit=_("Save the wording"), done=_("The wording for the plan is saved."),
        back=f"{address(submission, 'submission-review')}#{ref}", template="plans/submission_wording.html",
        submission=submission, weakness=card.weakness, **_where_it_goes(card.weakness),
    )  # fmt: skip


def _where_it_goes(weakness) -> dict:
    """The plan that would take the wording over, and its lines that have words of their own by now."""
    plan = Plan.objects.filter(review=weakness.review_id).select_related("review").first()
    worded = PlanItem.objects.filter(plan=plan, is_worded=True, contributions__weakness=weakness).distinct()
    return {"plan": plan, "reworded": list(worded)}


@transaction.atomic
def _word(form: WordingForm, *, by, today) -> None:
    """All of it or nothing."""
    for thing, words in form.wordings():
        thing.edit(by=by, today=today, **words)
