"""The papers of a review, and having one of them written."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.forms.papers.asking import PaperForm
from plans.models import Amendment, PaperJob, PaperKind, PlanVersion, Submission
from plans.papers.catalogue import PAPERS, Paper
from plans.papers.offers import offers
from tracker import calendar, rules
from tracker.errors import Invalid
from tracker.models import Review
from tracker.views.refusals import Attempt
from tracker.views.verb import SeeOther, who

from .jobs import link_to

LATELY = 10


@require_safe
def index(request: HttpRequest, year: int) -> HttpResponse:
    """What each paper is for, in which formats it is written, and who had it written last."""
    review = find_review(year)
    jobs = PaperJob.objects.visible_to(request.actor).filter(review=review)
    context = {
        "review": review, "offers": offers(review, request.actor), "now": timezone.now(),
        "jobs": jobs.select_related("asked_by", "submission__unit", "amendment", "plan_version")[:LATELY],
        "may_keep_templates": rules.may_keep_templates(request.actor), "today": calendar.today(),
    }  # fmt: skip
    return render(request, "plans/papers/papers.html", context)


def create(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """Say which paper is wanted; it is written aside, and its page tells how far it is."""
    review, paper = find_review(year), find_paper(kind)
    form = _form(request, paper, review)
    title = _("Write: %(paper)s") % {"paper": PaperKind(kind).label}
    back = reverse("papers", kwargs={"year": year})
    request.attempt = Attempt(None, form, title, _("Write the paper"), back)
    if form.is_bound and form.is_valid():
        try:
            return _ask(request, paper, review, form.cleaned_data)
        except Invalid as refusal:
            form.take(refusal)
    context = {"form": form, "attempt": request.attempt, "paper": paper, "review": review, "back": back,
               "is_nothing_typed": True}  # fmt: skip
    return render(request, "plans/papers/paper_new.html", context, status=422 if form.is_bound else 200)


def find_review(year: int) -> Review:
    """The review whose plan is of this year."""
    return get_object_or_404(Review, year=year - 1)


def find_paper(kind: str) -> Paper:
    """A paper of this room; the letters of the post have pages of their own."""
    if kind not in PAPERS or PAPERS[kind].subject == "chases":
        raise Http404
    return PAPERS[kind]


def _form(request: HttpRequest, paper: Paper, review: Review) -> PaperForm:
    submissions = Submission.objects.visible_to(request.actor).filter(review=review).select_related("unit")
    amendments = Amendment.objects.filter(plan__review=review).exclude(state="cancelled")
    if not rules.may_have_overall_paper(request.actor):
        amendments = amendments.filter(state="issued")
    return PaperForm(
        request, paper, review, submissions=submissions.order_by("unit__group__position", "unit__sort_key"),
        amendments=amendments, versions=_versions(review), today=calendar.today(),
    )  # fmt: skip


def _versions(review: Review):
    """The frozen versions of the plan, the newest first."""
    found = PlanVersion.objects.filter(plan__review=review).select_related("plan__review", "amendment")
    return found.order_by("-number")


def _ask(request: HttpRequest, paper: Paper, review: Review, chosen: dict) -> HttpResponse:
    words = {name: value for name, value in chosen.items() if value}
    job = PaperJob.ask(
        paper.kind, words.pop("format"), review=review, now=timezone.now(), **words, **who(request)
    )
    return SeeOther(link_to(job))
