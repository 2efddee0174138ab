"""The card of one weakness: written as a whole, read when it is not the reader's turn to write."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from plans.forms.chain_kinds import form_of
from plans.submissions.parts import address
from tracker import calendar, rules
from tracker.errors import Stale
from tracker.models import Event
from tracker.models.row_key import new_key
from tracker.views.refusals import gone
from tracker.views.verb import answer, who

from . import chain_conflicts
from .chain_card import Card, give_hints
from .chain_steps import Step
from .submissions import find_submission


def show(request: HttpRequest, year: int, unit: str, ref: str) -> HttpResponse:
    """Read it, write it, or be told that a colleague was faster."""
    submission = find_submission(request, year, unit)
    if request.method == "POST" and not submission.weaknesses.filter(ref=ref).exists():
        return gone(request, address(submission, "submission"))
    card = Card.of(submission, ref)
    if request.method != "POST" and not card.may_write(request.actor):
        return render(request, "plans/chain_read.html", around(request, card))
    step = Step.of(request)
    form = form_of(card.weakness)(
        request, card.weakness, today=calendar.today(), removes=step.removes, added=step.shown
    )
    try:
        return _write(request, card, form, step)
    except Stale:
        return chain_conflicts.show(request, card, form)


def around(request: HttpRequest, card: Card) -> dict:
    """What both the written and the read page show beside the words."""
    return {
        "card": card,
        "submission": card.submission,
        "weakness": card.weakness,
        "today": calendar.today(),
        "why": card.why_read_only(request.actor),
        "colleague": card.colleague(request.actor, timezone.now()),
        "may_ask": rules.may_ask_question(request.actor, card.weakness),
        "may_see_people": rules.may_see_named_people(request.actor, card.weakness),
    }


def seen(weakness, version: int | None, user) -> int:
    """The version the writer stands on: later changes of his own, perhaps still under way, do not overtake him.

    One that was never given out counts as overtaken.
    """
    if version is None or version > weakness.version:
        return -1
    theirs = Event.objects.of(weakness).filter(number__gt=version).exclude(actor=user)
    return version if theirs.exists() else weakness.version


def _write(request, card: Card, form, step: Step) -> HttpResponse:
    give_hints(form.rows["action"], card.weakness, calendar.today())
    return answer(
        request, form, lambda chain, version: _keep(request, card, chain, version),
        title=f"{card.weakness.ref} {card.weakness.title}", submit=_("Save and go on"), done=step.done(form),
        back=_back(card, step), template="plans/chain.html", **around(request, card),
    )  # fmt: skip


def _keep(request, card: Card, chain, version: int) -> None:
    version = seen(card.weakness, version, request.user)
    card.submission.write_chain(card.weakness, chain, version=version, **who(request))


def _back(card: Card, step: Step) -> str:
    """Where saving leads: on to the next, to the task list, or back to the row that was asked for."""
    if step.verb == "later":
        return address(card.submission, "submission")
    return step.lead_back(card.link(), new_key()) or card.onwards()
