"""One field for everything: actions, weaknesses, units, people, each only where its reader may see it."""

import re
from functools import reduce

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tracker import calendar, people
from tracker.models import Action, Unit, Weakness
from tracker.vietnamese import beginning, plain

MOST_EACH, MOST_LETTERS, MOST_WORDS, LEAST_LETTERS = 10, 200, 8, 2
REFERENCE = re.compile(r"(HD|HC)-\d{4}-\d{3,}", re.IGNORECASE | re.ASCII)


def show(request: HttpRequest) -> HttpResponse:
    """What the words are found in; a whole reference leads to its thing at once."""
    text = " ".join(request.GET.get("q", "")[:MOST_LETTERS].replace("\0", "").split())
    exact = _address_of(request.actor, text.upper()) if REFERENCE.fullmatch(text) else None
    if exact:
        return redirect(exact)
    words = plain(text).split()[:MOST_WORDS]
    is_enough = len("".join(words)) >= LEAST_LETTERS
    found = _found(request.actor, words) if is_enough else {}
    context = {"text": text, "is_enough": is_enough, "found": any(found.values()), **found}
    return render(request, "tracker/search.html", context | {"today": calendar.today()})


def _address_of(actor, ref: str) -> str | None:
    """Where the thing of this reference is read, when the reader may see it."""
    if Action.objects.visible_to(actor).filter(ref=ref).exists():
        return reverse("action", kwargs={"ref": ref})
    if Weakness.objects.visible_to(actor).filter(ref=ref).exists():
        return f"{reverse('actions')}?weakness={ref}"
    return None


def _found(actor, words: list[str]) -> dict[str, list]:
    """The first of each kind; one more than is shown tells that there are more."""
    actions = Action.objects.visible_to(actor).select_related("lead_unit", "weakness__index")
    weaknesses = Weakness.objects.visible_to(actor).select_related("unit", "index")
    kinds = {
        "actions": actions.order_by("due_on", "pk"), "weaknesses": weaknesses.order_by("-pk"),
        "units": Unit.objects.select_related("group"), "people": people.known_to(actor, calendar.today()),
    }  # fmt: skip
    return {name: list(_with(words, things)[: MOST_EACH + 1]) for name, things in kinds.items()}


def _with(words: list[str], things: QuerySet) -> QuerySet:
    """Those in whose text every word begins one: in the middle of words two letters are everywhere."""
    return reduce(lambda rest, word: rest.filter(plain__regex=beginning(word)), words, things)
