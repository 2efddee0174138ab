"""The card kept while it is typed: what is sound is saved, the rest stays on the screen with a word beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from plans.forms.chain_kinds import form_of
from tracker import calendar
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event
from tracker.views.verb import who

from .chain_card import Card, give_hints
from .chains import seen
from .submissions import find_submission


@require_POST
def create(request: HttpRequest, year: int, unit: str, ref: str) -> HttpResponse:
    """Save what can be saved; answer the line that says so, and what every field is to show."""
    card = Card.of(find_submission(request, year, unit), ref)
    form = form_of(card.weakness)(request, card.weakness, today=calendar.today())
    try:
        _keep(request, card, form)
    except Stale:
        return _overtaken(request, card)
    except Refused as refusal:
        return render(request, "plans/_chain_not_saved.html", {"message": str(refusal)}, status=409)
    give_hints(form.rows["action"], card.weakness, calendar.today())
    context = {"form": form, "weakness": card.weakness, "now": timezone.now()}
    return render(request, "plans/_chain_saved.html", context)


def _keep(request, card: Card, form) -> None:
    form.is_valid()
    version = seen(card.weakness, form.cleaned_data.get("version"), request.user)
    try:
        card.submission.write_chain(card.weakness, form.chain(), version=version, **who(request))
    except Invalid as refusal:
        form.take(refusal)


def _overtaken(request, card: Card) -> HttpResponse:
    faster = Event.objects.of(card.weakness).exclude(actor=request.user).last()
    return render(request, "plans/_chain_not_saved.html", {"faster": faster, "card": card}, status=409)
