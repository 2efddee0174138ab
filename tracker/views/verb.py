"""How a page does a verb: show the form, do it once, lead back; bad input comes back with what was typed."""

import hashlib
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from tracker import calendar
from tracker.errors import Invalid
from tracker.forms.verb import VerbForm
from tracker.models import Action, Receipt
from tracker.models.evidence_verbs import sha256_of

from .refusals import Attempt


class SeeOther(HttpResponseRedirect):
    """303: what was posted is done; read on here."""

    status_code = 303


def find_action(request: HttpRequest, ref: str) -> Action:
    """The action under this reference; another unit's does not exist for the asker."""
    visible = Action.objects.visible_to(request.actor).select_related(
        "lead_unit", "owner", "weakness__index", "weakness__review"
    )
    return get_object_or_404(visible, ref=ref)


def link(action: Action) -> str:
    """Where the action is read."""
    return reverse("action", kwargs={"ref": action.ref})


def ask(request: HttpRequest, rule: Callable, thing) -> None:
    """Show the form only to those who may; on a POST the verb itself answers, so that typed text is kept."""
    if request.method != "POST" and not rule(request.actor, thing):
        raise PermissionDenied


def in_place(request: HttpRequest) -> bool:
    """htmx asks for the part that changes; going back in the browser asks for the whole page, also through htmx."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers


def require_role(is_allowed: bool) -> None:
    """A page that is not for the reader's role: 403, which names who can grant access."""
    if not is_allowed:
        raise PermissionDenied


def who(request: HttpRequest) -> dict:
    """Who acts and on which day, as every verb is told."""
    return {"by": request.actor, "today": calendar.today()}


def answer(
    request,
    form: VerbForm,
    do: Callable,
    *,
    title,
    submit,
    done,
    back,
    template="tracker/verb.html",
    **context,
) -> HttpResponse:
    """Show the form, or do the verb with its words once and lead back with a word of success."""
    attempt = request.attempt = Attempt(form.thing, form, title, submit, back)
    if form.is_bound and form.is_valid():
        try:
            return _do_once(request, form, do, done, back)
        except Invalid as refusal:
            form.renew_key() if "idempotency" in refusal.errors else form.take(refusal)
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, "attempt": attempt, **context}, status=status)


def _do_once(request, form, do, done, back) -> HttpResponse:
    Receipt.once(
        request.user,
        form.cleaned_data["idempotency"],
        _fingerprint(request),
        lambda: _receipt(do, form, back),
    )
    messages.success(request, done)
    return SeeOther(back)


def _receipt(do, form, back) -> tuple[int, dict]:
    do(**form.words())
    return 303, {"location": back}


def _fingerprint(request) -> bytes:
    """What the request asks for, the same for a repeated click: all but the token that changes with each page."""
    typed = sorted((name, *values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    files = sorted((name, file.name, sha256_of(file)) for name, file in request.FILES.items())
    return hashlib.sha256(repr((request.path, typed, files)).encode()).digest()
