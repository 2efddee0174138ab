"""Chasing letters: written by Home Affairs, kept as proof that every unit concerned can read."""

from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from notifications.forms.chases import ChaseForm
from notifications.models import Chase, Obligation
from notifications.models.chase_rules import Occasion
from notifications.paging import newest_first
from tracker import calendar, rules
from tracker.errors import Refused
from tracker.models import Unit
from tracker.views.verb import SeeOther, answer, require_role

ROWS = 50
PAGE = "notifications/chase_new.html"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The letters, newest first, of all units or of one; and how often each unit was chased this year."""
    letters = Chase.objects.visible_to(request.actor)
    unit = get_object_or_404(Unit, code=request.GET["unit"]) if request.GET.get("unit") else None
    shown = letters.filter(unit=unit) if unit else letters
    rows = shown.select_related("unit", "chased_by").annotate(how_many=Count("actions"))
    year = calendar.today().year
    context = {"page": newest_first(rows, request.GET, ROWS), "unit": unit, "year": year}
    return render(request, "notifications/chases.html", context | {"units": _of_year(letters, year)})


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The proof: who chased whom, when, in which words, about what, and what became of each mail."""
    chase = get_object_or_404(Chase.objects.visible_to(request.actor).written_out(), pk=pk)
    owed = Obligation.objects.filter(subject_type="chase", subject_id=chase.pk)
    context = {
        "chase": chase, "record": chase.record, "actions": chase.actions_then(), "place": chase.place_in_year(),
        "owed": owed.select_related("recipient", "envelope").order_by("recipient__sort_key", "pk"),
    }  # fmt: skip
    return render(request, "notifications/chase.html", context)


def create(request: HttpRequest, code: str) -> HttpResponse:
    """Write to a unit; afterwards the proof is shown."""
    occasion = _occasion(request, code)
    form = ChaseForm(request, occasion)
    answered = answer(
        request, form, lambda words: Chase.objects.send(occasion.unit, by=occasion.by, now=occasion.now, words=words),
        title=_title(occasion), submit=_submit(occasion),
        done=_("The letter is kept; its mails leave at once, unless sending is held."),
        back=reverse("follow-up"), template=PAGE, occasion=occasion, obstacle=_obstacle(occasion),
    )  # fmt: skip
    return answered if answered.status_code != SeeOther.status_code else _to_the_latest(occasion.unit)


def preview(request: HttpRequest, code: str) -> HttpResponse:
    """The same page with the words as typed so far; nothing is sent."""
    occasion = _occasion(request, code)
    attempt = {"title": _title(occasion), "submit": _submit(occasion), "back": reverse("follow-up")}
    context = {"form": ChaseForm(request, occasion), "attempt": attempt, "occasion": occasion}
    return render(request, PAGE, context | {"obstacle": _obstacle(occasion)})


def _occasion(request: HttpRequest, code: str) -> Occasion:
    require_role(rules.may_chase(request.actor))
    return Occasion(get_object_or_404(Unit, code=code), request.actor, timezone.now())


def _obstacle(occasion: Occasion) -> str:
    """Why the unit cannot be chased now, or nothing."""
    try:
        occasion.expect_reason()
    except Refused as refusal:
        return str(refusal)
    return ""


def _title(occasion: Occasion) -> str:
    return _("Chase %(unit)s") % {"unit": occasion.unit}


def _submit(occasion: Occasion) -> str:
    count = len(occasion.readers)
    return ngettext("Send the letter to %d person", "Send the letter to %d people", count) % count


def _to_the_latest(unit: Unit) -> SeeOther:
    return SeeOther(reverse("chase", kwargs={"pk": unit.chases.latest("pk").pk}))


def _of_year(letters, year: int):
    """Each unit chased this year with the number of its letters, the most chased first."""
    counted = letters.filter(chased_on__year=year).order_by().values("unit")
    rows = {
        row["unit"]: row
        for row in counted.annotate(how_many=Count("pk"), last=Max("pk"), on=Max("chased_on"))
    }
    units = Unit.objects.in_bulk(rows)
    return sorted(
        ({**row, "unit": units[pk]} for pk, row in rows.items()),
        key=lambda row: (-row["how_many"], -row["last"]),
    )
