"""A unit is dissolved or merged; before it is done the page says what will pass on and what is in the way."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tracker import calendar, rules
from tracker.forms.units import UnitEndingForm
from tracker.models import Review, Unit
from tracker.models.unit_passing import UNFINISHED

from .verb import answer, require_role, who


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest, code: str) -> HttpResponse:
    """Everything passes on in one step, or nothing does."""
    require_role(rules.may_manage_people(request.actor))
    unit, today = get_object_or_404(Unit, code=code), calendar.today()
    return answer(
        request, UnitEndingForm(request, unit, today=today), partial(unit.dissolve, **who(request)),
        title=_("Dissolve or merge the unit"), submit=_("End the unit"), back=reverse("unit", args=[code]),
        done=_("The unit is ended. What was open has passed on; its history stays under its name."),
        template="tracker/unit_ending.html", unit=unit, **_at_stake(unit, today),
    )  # fmt: skip


def _at_stake(unit, today) -> dict:
    """What will pass on, and what has to be settled first."""
    return {
        "led": unit.led_actions.filter(state__in=UNFINISHED, accepted_on__isnull=False).count(),
        "helped": unit.coordinated_actions.filter(state__in=UNFINISHED).count(),
        "questions": unit.questions.open().count(),
        "people": unit.memberships.from_day(today).values("user").distinct().count(),
        "awaited": Review.objects.filter(state="preparing", assessed_units__unit=unit),
        "owed": unit.owed_submissions().select_related("review"),
    }
