"""Which mails one receives: the reader's own choice, and stopping optional ones from a mail without log-in."""

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from notifications import wishes
from notifications.forms.preferences import PreferencesForm
from notifications.mails import stopping
from notifications.models import OptOut, ReminderRule
from notifications.occasions import WHY_COMPULSORY
from tracker import calendar
from tracker.models import Actor, User
from tracker.views.verb import SeeOther

READ_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Every kind of mail the reader may receive; what is optional has a switch, the rest its reason."""
    today = calendar.today()
    rules = wishes.rules_for(request.actor, today)
    optional = [rule for rule in rules if not rule.is_compulsory]
    form = PreferencesForm(request.user, optional, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        codes = [rule.code for rule in optional]
        OptOut.objects.choose(request.user, form.cleaned_data["wanted"], among=codes, today=today)
        messages.success(request, _("Your choice is kept; it holds from the next mail on."))
        return SeeOther(reverse("mail-preferences"))
    context = {
        "form": form,
        "optional": optional,
        "compulsory": _by_reason(rule for rule in rules if rule.is_compulsory),
    }
    return render(request, "notifications/preferences.html", context, status=422 if form.is_bound else 200)


def _by_reason(rules: Iterable[ReminderRule]) -> list[ReminderRule]:
    """What cannot be declined for the same reason stands together, by when it comes."""
    anchors = list(WHY_COMPULSORY)
    return sorted(rules, key=lambda rule: (anchors.index(rule.anchor), rule.offsets, rule.code))


@login_not_required
@csrf_exempt
@never_cache
@READ_OR_POST
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ask on a GET, which mail scanners do unasked; decline on a POST, which mail programs do for one click."""
    try:
        person, kind = _meant(token)
    except (BadSignature, User.DoesNotExist):
        return render(request, "notifications/stop_unknown.html", status=404)
    with translation.override(person.language):
        codes = _stop(person, kind) if request.method == "POST" else _stoppable(person, kind)
        context = {"person": person, "codes": codes, "is_done": _has_stopped(person, codes)}
        response = render(request, "notifications/stop.html", context)
    response["Content-Language"] = person.language
    return response


def _meant(token: str) -> tuple[User, str]:
    person, kind = stopping.read(token)
    return User.objects.get(pk=person), kind


def _stoppable(person: User, kind: str) -> list[str]:
    today = calendar.today()
    return wishes.optional_in(kind, Actor.of(person, today=today), today)


@transaction.atomic
def _stop(person: User, kind: str) -> list[str]:
    codes = _stoppable(person, kind)
    for code in codes:
        OptOut.objects.decline(person, code, today=calendar.today())
    return codes


def _has_stopped(person: User, codes: list[str]) -> bool:
    declined = OptOut.objects.current().filter(user=person).values_list("kind", flat=True)
    return set(codes) <= set(declined)
