"""The pages that say no: refused, overtaken by somebody else, not to be taken. What was typed is kept on them."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event

UNTYPED = ("csrfmiddlewaretoken", "version", "idempotency")


@dataclass(frozen=True)
class Attempt:
    """What somebody was trying to do: shown again when the rules say no."""

    thing: Any
    form: forms.Form
    title: str
    submit: str
    back: str


def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """409: the words of the rule, and what was typed."""
    attempt = getattr(request, "attempt", None)
    if attempt and isinstance(error, Stale):
        return _overtaken(request, attempt)
    kept = attempt.form.typed() if attempt else []
    return render(
        request, "refused.html", {"message": str(error), "attempt": attempt, "kept": kept}, status=409
    )


def logged_out(request: HttpRequest) -> HttpResponse:
    """401: the log-in ended while somebody was typing; the texts are shown to be copied."""
    kept = [text for name, text in request.POST.items() if name not in UNTYPED and text]
    return render(request, "logged_out.html", {"kept": kept}, status=401)


def invalid(request: HttpRequest, error: Invalid) -> HttpResponse:
    """422: what is wrong and how to mend it."""
    return render(request, "invalid.html", {"errors": error.errors}, status=422)


def _overtaken(request, attempt: Attempt) -> HttpResponse:
    """409: what the thing is now, who changed it, and the typed text ready to be sent again."""
    attempt.thing.refresh_from_db()
    changes = Event.objects.of(attempt.thing).filter(number__gt=attempt.form.seen_version()).reverse()[:3]
    form = attempt.form.again(attempt.thing.version)
    return render(
        request, "conflict.html", {"attempt": attempt, "form": form, "changes": changes}, status=409
    )
