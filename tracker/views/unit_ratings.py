"""How units were rated in a year: the published distribution, and each unit's own rating for those who may know it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker import rules
from tracker.forms.ratings import DistributionForm, RatingsForm
from tracker.models import Review
from tracker.models.rating_spread import groups_of, ratings_of
from tracker.rating_table import check_of, distribution_of

from .indices import find_results
from .verb import answer, require_role, who


@require_safe
def show(request: HttpRequest, year: int) -> HttpResponse:
    """A unit reads its own row and the distribution; those who watch the province read every row and the check."""
    review = find_results(request, year)
    sees_all = rules.may_see_ratings_of_others(request.actor)
    assessed = review.assessed_units.visible_to(request.actor).select_related("unit", "group", "rating")
    context = {
        "review": review, "assessed": list(assessed), "sees_all": sees_all,
        "distribution": distribution_of(review), "check": check_of(review) if sees_all else None,
        "may_write": rules.may_write_results(request.actor) and review.state != Review.State.CLOSED,
    }  # fmt: skip
    return render(request, "tracker/unit_ratings.html", context)


def write(request: HttpRequest, year: int) -> HttpResponse:
    """Write down the rating of each unit."""
    review = _to_write(request, year)
    assessed = list(review.assessed_units.select_related("unit", "group"))
    form = RatingsForm(request, review, assessed, ratings_of(review))
    return answer(
        request, form, lambda **words: review.write_ratings(**words, **who(request)),
        title=_("Write down the ratings of units, %(year)s") % {"year": year}, submit=_("Save the ratings"),
        done=_("The ratings are saved."), back=_link(review), about=_about(year),
        template="tracker/unit_ratings_entry.html",
    )  # fmt: skip


def distribution(request: HttpRequest, year: int) -> HttpResponse:
    """Write down how many units of each group got which rating, as published."""
    review = _to_write(request, year)
    kept = list(review.group_ratings.order_by("pk"))
    form = DistributionForm(request, review, groups_of(review), ratings_of(review), kept)
    return answer(
        request, form, lambda **words: review.write_distribution(**words, **who(request)),
        title=_("Published distribution of ratings, %(year)s") % {"year": year}, submit=_("Save the distribution"),
        done=_("The distribution is saved."), back=_link(review), about=_about(year),
        template="tracker/rating_distribution.html",
    )  # fmt: skip


def _to_write(request, year: int) -> Review:
    review = find_results(request, year)
    require_role(rules.may_write_results(request.actor))
    return review


def _about(year: int) -> str:
    return _("Ratings of units, %(year)s") % {"year": year}


def _link(review: Review) -> str:
    return reverse("unit-ratings", kwargs={"year": review.year})
