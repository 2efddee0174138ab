"""Adding a year from before this site was used, so that results can be compared."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.past_reviews import PastReviewForm
from tracker.models import Review

from .verb import answer, require_role, who


def create(request: HttpRequest) -> HttpResponse:
    """The year; afterwards its results are written like those of any year."""
    require_role(rules.may_write_results(request.actor))
    return answer(
        request, PastReviewForm(request, None), lambda **words: Review.remember(**words, **who(request)),
        title=_("Add an earlier year"), submit=_("Add the year"), back=reverse("indices"),
        done=_("The year is there; now write its results down."),
        explain=_("For results from before this site was used. No unit is asked for anything."),
    )  # fmt: skip
