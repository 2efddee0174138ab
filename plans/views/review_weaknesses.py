"""Step 4 of preparing a review: the weaknesses, by unit; one more for many units, other words, one less."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from plans.forms.review_weaknesses import AssignmentForm, RewordingForm, TakeOverForm
from plans.models.submissions import repeating
from plans.setting_up.readiness import Readiness
from tracker import calendar, rules
from tracker.forms.actions import EmptyForm
from tracker.models import Review, Weakness
from tracker.models.weakness_assigning import ASSIGNED_IN
from tracker.views.verb import answer, ask, require_role, who

from .review_setup import find_review, place


def index(request: HttpRequest, year: int) -> HttpResponse:
    """What each unit is to answer, the province-wide ones first, and the units that have none."""
    require_role(rules.may_follow_review(request.actor))
    review = find_review(year)
    context = {
        "review": review, "ready": Readiness(review, calendar.today()),
        "may_assign": _may_assign(request.actor, review),
        "left": repeating.left_of(review).count(), "earlier": repeating.earlier(review),
    }  # fmt: skip
    return render(request, "plans/review_weaknesses.html", context)


def create(request: HttpRequest, year: int) -> HttpResponse:
    """The same weakness for one or many units at once, or for the whole province."""
    review = find_review(year)
    ask(request, _may_assign, review)
    return answer(
        request, AssignmentForm(request, review),
        lambda **words: Weakness.assign(review=review, **words, **who(request)),
        title=_("Assign a weakness"), submit=_("Assign it"), done=_("The weakness is assigned."),
        back=place("review-weaknesses", year), template="plans/review_weakness_new.html", review=review,
        assessed=review.assessed_units.select_related("unit", "group"),
    )  # fmt: skip


def take_over(request: HttpRequest, year: int) -> HttpResponse:
    """What last year left undone goes on this year, ticked one by one."""
    review = find_review(year)
    ask(request, _may_assign, review)
    left = repeating.left_of(review).select_related("unit", "index").prefetch_related("actions")
    left = left.order_by("unit__group__position", "unit__sort_key", "ref")
    return answer(
        request, TakeOverForm(request, review, left),
        lambda weaknesses: Weakness.take_over(review=review, weaknesses=weaknesses, **who(request)),
        title=_("Take over from last year"), submit=_("Take over what is ticked"), done=_("Taken over."),
        back=place("review-weaknesses", year), template="plans/review_weakness_copy.html", review=review,
        left=left, earlier=repeating.earlier(review),
    )  # fmt: skip


def reword(request: HttpRequest, year: int, ref: str) -> HttpResponse:
    """Correct a weakness as long as no unit has answered it; afterwards it is read."""
    weakness = _find(request, year, ref)
    if request.method != "POST" and not _may_reword(request.actor, weakness):
        return render(
            request, "plans/review_weakness_read.html", {"weakness": weakness, "review": weakness.review}
        )
    return answer(
        request, RewordingForm(request, weakness),
        lambda **words: weakness.reword(**words, **who(request)),
        title=_("Weakness %(ref)s") % {"ref": weakness.ref}, submit=_("Save"), done=_("The weakness is saved."),
        back=place("review-weaknesses", year), template="plans/review_weakness.html", weakness=weakness,
        review=weakness.review,
    )  # fmt: skip


def withdraw(request: HttpRequest, year: int, ref: str) -> HttpResponse:
    """Take it back, after asking once."""
    weakness = _find(request, year, ref)
    ask(request, _may_reword, weakness)
    whom = weakness.unit or _("province-wide")
    return answer(
        request, EmptyForm(request, weakness), lambda version: weakness.withdraw(version=version, **who(request)),
        title=_("Withdraw the weakness"), submit=_("Withdraw it"), done=_("The weakness is withdrawn."),
        back=place("review-weaknesses", year),
        explain=_("“%(title)s” (%(unit)s) is taken out of the review. Its words stay in the history.")
        % {"title": weakness.title, "unit": whom},
    )  # fmt: skip


def _find(request, year: int, ref: str) -> Weakness:
    require_role(rules.may_follow_review(request.actor))
    listed = Weakness.objects.visible_to(request.actor).select_related(
        "review", "unit", "index", "criterion", "repeats"
    )
    return get_object_or_404(listed, review__year=year, ref=ref)


def _may_assign(actor, review: Review) -> bool:
    return rules.may_run_review(actor) and review.state in ASSIGNED_IN


def _may_reword(actor, weakness: Weakness) -> bool:
    return rules.may_run_review(actor) and weakness.is_unanswered
