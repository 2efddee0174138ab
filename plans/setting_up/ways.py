"""Where the five steps of a review are."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tracker.models import Review


@dataclass(frozen=True)
class Way:
    """A step in a word or two, and its address; none where the reader has nothing to do."""

    number: int
    words: str
    address: str


def ways_of(review: Review, *, may_change: bool) -> list[Way]:
    """Dates and opening are only for those who can still change them."""
    own = {"year": review.year}
    return [
        Way(1, _("Information"), reverse("review-dates", kwargs=own) if may_change else ""),
        Way(2, _("Units"), reverse("review-units", kwargs=own)),
        Way(3, _("Results"), place_of_results(review)),
        Way(4, _("Weaknesses"), reverse("review-weaknesses", kwargs=own)),
        Way(5, _("Opening"), reverse("review-opening", kwargs=own) if may_change else ""),
    ]


def place_of_results(review: Review) -> str:
    """The pages of the indices belong to the other room."""
    try:
        return f"{reverse('indices')}?year={review.year}"
    except NoReverseMatch:
        return ""
