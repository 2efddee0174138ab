"""One person: roles over time, open actions, and the account, for whoever keeps people in order."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tracker import calendar, establishment, rules
from tracker.forms.people import ButtonForm, CorrectionForm, DisablingForm
from tracker.models import Action, Event, User
from tracker.models.time_status import OPEN

from .verb import answer, require_role, who

READ_OR_POST = require_http_methods(["GET", "HEAD", "POST"])
MOST_ACTIONS, MOST_EVENTS = 50, 100


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What the person is and was, what he has to do, and what happened to his account."""
    person, today = _found(request, pk), calendar.today()
    work = (
        Action.objects.filter(owner=person, state__in=OPEN)
        .select_related("lead_unit")
        .order_by("due_on", "pk")
    )
    context = {
        "person": person, "today": today, "state": establishment.state_of(person),
        "memberships": person.memberships.select_related("unit").order_by("-valid_from", "-pk"),
        "actions": work[:MOST_ACTIONS], "events": Event.objects.of(person).reverse()[:MOST_EVENTS],
        "may_keep": rules.may_keep_account(request.actor, person, today),
    }  # fmt: skip
    return render(request, "tracker/person.html", context)


@READ_OR_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, address, job title, phone."""
    person = _kept(request, pk)
    form = CorrectionForm(request, person)
    words = {"title": _("Correct the details"), "submit": _("Save"), "done": _("The details are corrected.")}
    return _ask(request, person, form, partial(person.correct, **who(request)), **words)


@READ_OR_POST
def disable(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody logs in with the account any more; the person's work stays his until it is handed over."""
    person = _kept(request, pk)
    words = {
        "title": _("Disable the account"), "submit": _("Disable the account"), "done": _("The account is disabled."),
        "explain": _("The person is logged out everywhere at once. Roles and actions stay; hand them over as well."),
    }  # fmt: skip
    return _ask(
        request, person, DisablingForm(request, person), partial(person.disable, **who(request)), **words
    )


@READ_OR_POST
def enable(request: HttpRequest, pk: int) -> HttpResponse:
    """The account is open again, by a link to a new password."""
    person = _kept(request, pk)
    words = {
        "title": _("Enable the account"), "submit": _("Enable and send the link"),
        "done": _("The account is enabled; a link to a new password is on its way."),
        "explain": _("The person gets a mail with a link and chooses a new password."),
    }  # fmt: skip
    return _ask(request, person, ButtonForm(request, person), partial(person.enable, **who(request)), **words)


@READ_OR_POST
def send_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Another mail with a link; a link that was sent before works on until one of them is used."""
    person = _kept(request, pk)
    words = {
        "title": _("Send a new link"), "submit": _("Send the mail"), "done": _("The mail is on its way."),
        "explain": _(
            "The link works once, for 72 hours. One that was sent before stays good until one of them is used."
        ),
    }  # fmt: skip
    do = partial(person.send_link, now=timezone.now(), **who(request))
    return _ask(request, person, ButtonForm(request, person), do, **words)


def _ask(request, person, form, do, **words) -> HttpResponse:
    return answer(request, form, do, back=reverse("person", args=[person.pk]), **words)


def _found(request, pk: int) -> User:
    """The same answer for every number to whoever may not know of any."""
    require_role(rules.may_manage_people(request.actor))
    return get_object_or_404(User, pk=pk)


def _kept(request, pk: int) -> User:
    """A form only for those who may send it; on a POST the verb answers, so that typed text is kept."""
    person = _found(request, pk)
    require_role(request.method == "POST" or rules.may_keep_account(request.actor, person, calendar.today()))
    return person
