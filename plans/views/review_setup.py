"""The reviews of the province, and how one is prepared: its five steps, its year and its dates."""

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.review_dates import NewReviewForm, ReviewForm
from plans.setting_up.readiness import Readiness
from plans.setting_up.steps import next_step, steps_of
from tracker import calendar, rules
from tracker.models import Review, WorkingDayException
from tracker.views.verb import SeeOther, answer, ask, require_role, who


def index(request: HttpRequest) -> HttpResponse:
    """All reviews, the newest first; years from before this site have results only and stand elsewhere."""
    require_role(rules.may_follow_review(request.actor))
    handed_in = Q(submissions__state__in=("submitted", "accepted"))
    counted = _reviews().annotate(
        units=Count("assessed_units", distinct=True),
        assigned=Count("weaknesses", distinct=True),
        handed_in=Count("submissions", filter=handed_in, distinct=True),
    )
    may_run = rules.may_run_review(request.actor)
    return render(request, "plans/reviews.html", {"reviews": counted.order_by("-year"), "may_run": may_run})


def create(request: HttpRequest) -> HttpResponse:
    """Begin a year; its dates are proposed from the one before, its units and groups are copied."""
    require_role(rules.may_run_review(request.actor))
    last = _reviews().order_by("-year").first()
    form = NewReviewForm(request, last, WorkingDayException.objects.calendar(), calendar.today())
    answered = answer(
        request, form, lambda **words: Review.prepare(**words, **who(request)),
        title=_("Prepare a new review"), submit=_("Prepare the review"),
        done=_("The review is being prepared. Units hear of it only when you open it."), back=reverse("reviews"),
        template="plans/review_new.html", last=last,
    )  # fmt: skip
    is_made = answered.status_code == SeeOther.status_code
    return SeeOther(place("review", form.cleaned_data["year"])) if is_made else answered


def show(request: HttpRequest, year: int) -> HttpResponse:
    """The five steps; once the review is open they are read only and lead to the submissions."""
    require_role(rules.may_follow_review(request.actor))
    review = find_review(year)
    ready = Readiness(review, calendar.today())
    may_change = rules.may_run_review(request.actor) and review.state == "preparing"
    steps = steps_of(ready, WorkingDayException.objects.calendar(), may_change=may_change)
    context = {
        "review": review, "ready": ready, "steps": steps, "next": next_step(steps), "may_change": may_change,
        "is_preparing": review.state == "preparing",
    }  # fmt: skip
    return render(request, "plans/review.html", context)


def dates(request: HttpRequest, year: int) -> HttpResponse:
    """Step 1: the year and its dates, as long as nobody has been told of them."""
    review = find_review(year)
    ask(request, lambda actor, _thing: rules.may_run_review(actor), review)
    form = ReviewForm(request, review, WorkingDayException.objects.calendar())
    answered = answer(
        request, form, lambda **words: review.revise(**words, **who(request)),
        title=_("Information on the review"), submit=_("Save"), done=_("The dates are saved."),
        back=place("review", year), template="plans/review_dates.html", review=review,
    )  # fmt: skip
    is_done = answered.status_code == SeeOther.status_code
    return SeeOther(place("review", form.cleaned_data["year"])) if is_done else answered


def find_review(year: int) -> Review:
    return get_object_or_404(_reviews(), year=year)


def _reviews() -> QuerySet:
    return Review.objects.held_here()


def place(name: str, year: int, **more) -> str:
    """Where one page of the review is."""
    return reverse(name, kwargs={"year": year} | more)
