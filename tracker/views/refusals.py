"""The pages that say no: refused, overtaken by somebody else, not to be taken. What was typed is kept on them."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

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


def gone(request: HttpRequest, back: str) -> HttpResponse:
    """404: what somebody was writing on is gone, or never was; the texts are shown to be copied."""
    message = _("What you were writing on is no longer there. Perhaps a colleague has just removed it.")
    context = {"message": message, "kept": [("", text) for text in _texts(request)], "back": back}
    return render(request, "refused.html", context, status=404)


def logged_out(request: HttpRequest) -> HttpResponse:
    """401: the log-in ended while somebody was typing; the texts are shown to be copied."""
    return render(request, "logged_out.html", {"kept": _texts(request)}, status=401)


def invalid(request: HttpRequest, error: Invalid) -> HttpResponse:
    """422: what is wrong and how to mend it."""
    return render(request, "invalid.html", {"errors": error.errors}, status=422)


def _texts(request) -> list[str]:
    return [text for name, text in request.POST.items() if name not in UNTYPED and text]


def _overtaken(request, attempt: Attempt) -> HttpResponse:
    """409: what the thing is now, who changed it, and the typed text ready to be sent again."""
    attempt.thing.refresh_from_db()
    changes = Event.objects.of(attempt.thing).filter(number__gt=attempt.form.seen_version()).reverse()[:3]
    form = attempt.form.again(attempt.thing.version)
    return render(
        request, "conflict.html", {"attempt": attempt, "form": form, "changes": changes}, status=409
    )
