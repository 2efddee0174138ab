"""Writing an index's result down: what was published, and the points of its criteria."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.results import DimensionsForm, ResultForm
from tracker.models import Index, Review
from tracker.models.dimension_checks import criteria_of

from .indices import find_results
from .verb import answer, require_role, who


def write(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Write down, or correct, what was published of the index for the year."""
    review, index = _to_write(request, year, code)
    form = ResultForm(request, review, review.results.filter(index=index).first())
    return answer(
        request, form, lambda **words: review.write_result(index=index, **words, **who(request)),
        title=_("Result of %(index)s, %(year)s") % {"index": index, "year": year}, submit=_("Save the result"),
        done=_("The result of %(index)s is saved.") % {"index": index}, back=_link(review, index),
        template="tracker/index_result_entry.html", about=f"{index} {year}",
    )  # fmt: skip


def dimensions(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Write down the points of the index's criteria."""
    review, index = _to_write(request, year, code)
    kept = {each.criterion_id: each for each in review.criterion_results.all()}
    form = DimensionsForm(request, review, criteria_of(review, index), kept)
    return answer(
        request, form, lambda **words: review.write_dimensions(index=index, **words, **who(request)),
        title=_("Points of the criteria of %(index)s, %(year)s") % {"index": index, "year": year},
        submit=_("Save the points"), done=_("The points of %(index)s are saved.") % {"index": index},
        back=_link(review, index), template="tracker/index_dimensions.html", about=f"{index} {year}",
    )  # fmt: skip


def _to_write(request, year: int, code: str) -> tuple[Review, Index]:
    """Only for whoever writes results; the verb says by itself when the review is closed."""
    review, index = find_results(request, year), get_object_or_404(Index, code=code)
    require_role(rules.may_write_results(request.actor))
    return review, index


def _link(review: Review, index: Index) -> str:
    return reverse("index-results", kwargs={"year": review.year, "code": index.code})
