"""Who stands in while one is away: appointed for some days by the person himself, ended earlier when he is back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tracker import calendar
from tracker.forms.settings import AbsenceForm
from tracker.models import Delegation

from .verb import SeeOther, answer, who

MOST_PAST = 10


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """One's own absences, and a form for the next."""
    today = calendar.today()
    form = AbsenceForm(request, today=today)
    return answer(
        request, form, lambda **words: Delegation.appoint(absentee=request.user, **words, **who(request)),
        title=_("While you are away"), submit=_("Appoint"), done=_("Your stand-in is appointed."),
        back=reverse("settings-stand-in"), template="tracker/absences.html", today=today, **_own(request.user, today),
    )  # fmt: skip


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Back earlier; what lies ahead is taken away altogether."""
    absence = get_object_or_404(Delegation, pk=pk, absentee=request.user)
    absence.end(**who(request))
    messages.success(request, _("The absence is ended; from now on everything comes to you again."))
    return SeeOther(reverse("settings-stand-in"))


def _own(person, today) -> dict:
    """What is running or ahead, and the last ones that are over."""
    mine = Delegation.objects.filter(absentee=person).select_related("stand_in").order_by("-starts_on")
    return {"absences": mine.to_come(today), "past": mine.filter(ends_on__lt=today)[:MOST_PAST]}
