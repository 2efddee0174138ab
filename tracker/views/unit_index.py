"""All units of the province: by group, those that ended apart; who watches the province sees how they stand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker import calendar, establishment, rules

LONGEST_TEXT = 200


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """`?q=` finds by name or code, with or without accents."""
    text, today = request.GET.get("q", "").replace("\0", "")[:LONGEST_TEXT], calendar.today()
    rows, ended = establishment.standing(today, text), establishment.ended(today, text)
    context = {
        "rows": rows, "ended": ended, "text": text, "today": today, "sees_figures": request.actor.sees_everything,
        "unmanned": sum(row.is_unmanned for row in rows), "manages": rules.may_manage_people(request.actor),
    }  # fmt: skip
    return render(request, "tracker/units.html", context)
