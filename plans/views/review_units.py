"""Step 2 of preparing a review: which units are assessed, and in which groups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from plans.forms.review_units import UnitsForm
from plans.setting_up.candidates import Candidates
from tracker import rules
from tracker.views.verb import answer, require_role, who

from .review_setup import find_review, place


def choose(request: HttpRequest, year: int) -> HttpResponse:
    """Tick the units and give each its group; once the review is open the list is only read."""
    require_role(rules.may_follow_review(request.actor))
    review = find_review(year)
    if request.method != "POST" and not _may_choose(request.actor, review):
        assessed = review.assessed_units.select_related("unit", "group", "rating")
        return render(request, "plans/review_units_read.html", {"review": review, "assessed": assessed})
    candidates = Candidates.of(review)
    return answer(
        request, UnitsForm(request, review, candidates),
        lambda **words: review.choose_units(**words, **who(request)),
        title=_("Units and groups"), submit=_("Save the units"), done=_("The units of the review are saved."),
        back=place("review", year), template="plans/review_units.html", review=review, candidates=candidates,
    )  # fmt: skip


def _may_choose(actor, review) -> bool:
    return rules.may_run_review(actor) and review.state == "preparing"
