"""A role ends on a day; whoever leaves the unit with open work names who takes it over."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tracker import calendar, rules
from tracker.forms.people import RoleEndForm
from tracker.models import Membership

from .verb import answer, require_role, who


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    """All open actions pass on together with the end of the last role in the unit, or nothing happens."""
    require_role(rules.may_manage_people(request.actor))
    held = get_object_or_404(Membership.objects.select_related("user", "unit"), pk=membership, user=pk)
    require_role(request.method == "POST" or rules.may_appoint(request.actor, held.role))
    today = calendar.today()
    number = held.open_actions().count() if held.leaves_unit(today) else 0
    form = RoleEndForm(request, held, today=today, hands_over=number > 0)
    return answer(
        request, form, partial(held.end, **who(request)), title=_("End the role"), submit=_("End the role"),
        done=_("The role is ended."), back=reverse("unit-people", args=[held.unit.code]),
        template="tracker/membership_ending.html", held=held, explain=_handed_over(number),
    )  # fmt: skip


def _handed_over(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "%d open action of this unit passes to the successor today, together with the end of the role.",
        "%d open actions of this unit pass to the successor today, together with the end of the role.", number,
    )  # fmt: skip
    return words % number
