"""Two people wrote the same card: both texts side by side, and three ways to go on without losing either."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from plans.forms.chain_differences import differences
from plans.forms.chain_note import NoteForm
from tracker.models import Event
from tracker.views.refusals import UNTYPED
from tracker.views.verb import answer, who

from .chain_card import Card
from .submissions import find_submission


def show(request: HttpRequest, card: Card, form) -> HttpResponse:
    """409: who was faster, and field by field what each of the two wrote."""
    now = Card.of(card.submission, card.weakness.ref)
    faster = Event.objects.of(now.weakness).exclude(actor=request.user).last()
    differing = differences(now.weakness, form)
    typed = [(name, text) for name, texts in request.POST.lists() for text in texts if name not in UNTYPED]
    note = NoteForm.about(now.weakness, differing)
    context = {
        "card": now,
        "weakness": now.weakness,
        "faster": faster,
        "differing": differing,
        "typed": typed,
    }
    return render(request, "plans/chain_conflict.html", context | {"note": note}, status=409)


def note(request: HttpRequest, year: int, unit: str, ref: str) -> HttpResponse:
    """Keep theirs, and put the other text into the history."""
    card = Card.of(find_submission(request, year, unit), ref)
    return answer(
        request, NoteForm(request, card.weakness), lambda words: card.weakness.note(words=words, **who(request)),
        title=_("Keep a note in the history"), submit=_("Keep the note"),
        done=_("Your text is kept in the history of the weakness."), back=card.link(),
    )  # fmt: skip
