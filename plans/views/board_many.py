"""One verb on many ticked units: each for itself, so that one refusal stops none of the others."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.board import ManyForm
from plans.models import Submission
from tracker import rules
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Receipt, Review
from tracker.views.refusals import Attempt
from tracker.views.saved_filters import query_of
from tracker.views.verb import SeeOther, require_role, who

from .boards import find_review

MOST = 100


@dataclass(frozen=True)
class Change:
    """A verb for many units, and the words of its page."""

    verb: str
    why_not: Callable[[Submission], str]
    form: type[ManyForm]
    title: Callable[[int], str]
    submit: str
    done: Callable[[int, dict], str]
    explain: str


@dataclass(frozen=True)
class Ticked:
    """The ticked units for which it is possible, and the others with the reason."""

    taken: list[Submission]
    skipped: list[tuple[Submission, str]]

    @property
    def all(self) -> list[Submission]:
        """Those that became impossible since the page was opened are sent like the others, and refused."""
        return self.taken + [each for each, _reason in self.skipped]


def change(request: HttpRequest, year: int, asked: Change) -> HttpResponse:
    """The page of its own that names the units; on sending, each unit gets it or is named with the reason."""
    review, back = find_review(request, year), _back(request, year)
    require_role(rules.may_run_review(request.actor))
    ticked = _ticked(request, review, asked)
    if not ticked.all:
        messages.error(request, _("Tick the units on the board first."))
        return redirect(back)
    form = asked.form(request, review, ticked.taken)
    attempt = request.attempt = Attempt(review, form, asked.title(len(ticked.taken)), asked.submit, back)
    if form.is_bound and form.is_valid():
        try:
            return _change_all(request, ticked, form, asked, back)
        except Invalid as refusal:
            form.renew_key() if "idempotency" in refusal.errors else form.take(refusal)
    context = {"form": form, "attempt": attempt, "ticked": ticked, "explain": asked.explain, "review": review}
    return render(request, "plans/board_change.html", context, status=422 if form.is_bound else 200)


def _ticked(request, review: Review, asked: Change) -> Ticked:
    seen = Submission.objects.visible_to(request.actor).filter(review=review)
    seen = seen.filter(unit__code__in=request.GET.getlist("unit")[:MOST]).select_related("unit", "review")
    reasons = [(each, asked.why_not(each)) for each in seen]
    skipped = [(each, reason) for each, reason in reasons if reason]
    return Ticked([each for each, reason in reasons if not reason], skipped)


def _change_all(request, ticked: Ticked, form: ManyForm, asked: Change, back: str) -> HttpResponse:
    """All in one go, once for each key; a second click is told what came of the first."""
    words, seen = form.words(), form.cleaned_data["seen"]
    fingerprint = repr((asked.verb, sorted(words.items()), sorted(seen.items()))).encode()
    sent = {each.pk: each for each in ticked.all if each.pk in seen}
    _status, outcome = Receipt.once(
        request.user, form.cleaned_data["idempotency"], fingerprint,
        lambda: _outcome([_try(request, each, seen[each.pk], words, asked) for each in sent.values()]),
    )  # fmt: skip
    if outcome["not_done"]:
        messages.error(request, _not_done([(sent[pk], reason) for pk, reason in outcome["not_done"]]))
    if outcome["done"]:
        messages.success(request, asked.done(len(outcome["done"]), words))
    return SeeOther(back)


def _outcome(tried: list[tuple[int, Refused | Invalid | None]]) -> tuple[int, dict]:
    """Raises Invalid when nothing was done and what was typed is to blame: it is typed again then."""
    done = [pk for pk, refusal in tried if refusal is None]
    if not done:
        for _pk, refusal in tried:
            if isinstance(refusal, Invalid):
                raise refusal
    return 303, {"done": done, "not_done": [(pk, _reason(refusal)) for pk, refusal in tried if refusal]}


def _try(
    request, submission, version: int, words: dict, asked: Change
) -> tuple[int, Refused | Invalid | None]:
    try:
        with transaction.atomic():
            getattr(submission, asked.verb)(version=version, **words, **who(request))
    except (Refused, Invalid) as refusal:
        return submission.pk, refusal
    return submission.pk, None


def _reason(refusal: Refused | Invalid) -> str:
    if isinstance(refusal, Stale):
        return _("somebody has just changed it; look at it again")
    return " ".join(refusal.errors.values()) if isinstance(refusal, Invalid) else str(refusal)


def _not_done(refused: list[tuple[Submission, str]]) -> str:
    """“2 units not: Sở Y tế, Sở Nội vụ – it is not exempt.”"""
    by_reason = defaultdict(list)
    for submission, reason in refused:
        by_reason[reason.rstrip(".")].append(str(submission.unit))
    named = "; ".join(f"{', '.join(units)} – {reason}" for reason, units in by_reason.items())
    head = ngettext("%d unit was left as it is", "%d units were left as they are", len(refused)) % len(
        refused
    )
    return f"{head}: {named}."


def _back(request, year: int) -> str:
    """The board as it was."""
    query = request.GET.copy()
    for name in ("unit", "about"):
        query.pop(name, None)
    kept = query_of(query)
    return reverse("board", kwargs={"year": year}) + (f"?{kept}" if kept else "")
