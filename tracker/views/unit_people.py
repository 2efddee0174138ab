"""The people of one unit: present, future and former; and the invitation of another."""

from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tracker import calendar, people, rules
from tracker.forms.people import InvitationForm
from tracker.models import Unit, User

from .verb import answer, require_role, who

MOST_FORMER = 100


@require_safe
def index(request: HttpRequest, code: str) -> HttpResponse:
    """Read by the unit itself and by those who watch the province; changed by whoever keeps people in order."""
    unit, today = get_object_or_404(Unit, code=code), calendar.today()
    require_role(people.may_know_people_of(request.actor, unit))
    held = unit.memberships.select_related("user").order_by("-role", "user__sort_key", "valid_from")
    context = {
        "unit": unit, "today": today, "present": held.valid_on(today), "future": held.filter(valid_from__gt=today),
        "former": held.filter(valid_to__lt=today).order_by("-valid_to", "user__sort_key")[:MOST_FORMER],
        "manages": rules.may_manage_people(request.actor), "is_over": unit.is_over(today),
    }  # fmt: skip
    return render(request, "tracker/unit_people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """A mail leads the new person into the account; whoever has one already gets the role with it."""
    require_role(rules.may_manage_people(request.actor))
    unit, today = get_object_or_404(Unit, code=code), calendar.today()
    form = InvitationForm(request, unit, today=today)
    return answer(
        request, form, partial(User.invite, unit=unit, **who(request)), title=_("Invite somebody to the unit"),
        submit=_("Send the invitation"), done=_done(form), back=reverse("unit-people", args=[code]),
        template="tracker/person_invitation.html", unit=unit, without_mail=not settings.EMAIL_HOST,
    )  # fmt: skip


def _done(form: InvitationForm) -> str:
    known = form.known
    if known is None or not known.has_usable_password():
        if not settings.EMAIL_HOST:
            return _("The invitation is kept, but not sent: no mail server is set.")
        return _("The invitation is on its way. Its link works once, for 72 hours.")
    return _("%(name)s has an account already and holds the role with it; no second account was made.") % {
        "name": known.full_name
    }
