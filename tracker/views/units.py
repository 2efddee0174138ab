"""The page of one unit: what it is, how its work stands, whom to call; also the sheet to print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse

from tracker import calendar, people, rules, standing
from tracker.models import Action, Event, Membership, Review, Unit

from .action_rows import listed

MOST_ROWS = 50


def show(request: HttpRequest, code: str) -> HttpResponse:
    """Everybody finds every unit; of its work each sees what the list shows him, of its people only some know."""
    unit, today = get_object_or_404(Unit.objects.select_related("group"), code=code), calendar.today()
    actions = Action.objects.visible_to(request.actor).filter(lead_unit=unit)
    context = {
        "unit": unit, "today": today, "rows": listed(request.actor).filter(lead_unit=unit)[:MOST_ROWS],
        "totals": _totals(actions, today), "submission": _submission(request.actor, unit),
        "people": _people(request.actor, unit, today), "knows_people": people.may_know_people_of(request.actor, unit),
        "successors": unit.successors.all(), "predecessors": unit.predecessors.all(),
        "may_end": unit.valid_to is None and rules.may_manage_people(request.actor),
        "ending": Event.objects.of(unit).filter(verb="dissolved").last(), "passed": _passed_on(request.actor, unit),
    }  # fmt: skip
    return render(request, "tracker/unit.html", context)


def _totals(actions, today) -> dict:
    """The counts of the standing, and what is proposed but not watched yet."""
    counts = standing.totals(actions, today)
    still_open = counts["overdue"] + counts["doing"] + counts["returned"] + counts["todo"]
    return counts | {"open": still_open, "listed": actions.count()}


def _people(actor, unit, today):
    """Heads first, then officials, each by given name."""
    if not people.may_know_people_of(actor, unit):
        return []
    held = Membership.objects.valid_on(today).filter(unit=unit, user__is_active=True)
    return held.select_related("user").order_by("-role", "user__sort_key")


def _passed_on(actor, unit):
    """What it led until it ended, as far as the reader sees it where it is now."""
    if unit.valid_to is None:
        return []
    moved = Event.objects.filter(subject="action", verb="moved", before__lead_unit_id=unit.pk).order_by()
    seen = Action.objects.visible_to(actor).filter(pk__in=moved.values("subject_id"))
    return seen.select_related("lead_unit").order_by("due_on", "pk")[:MOST_ROWS]


def _submission(actor, unit) -> dict | None:
    """What the unit hands in for the present review, where its reader may know of it."""
    review = Review.objects.current()
    found = unit.submissions.visible_to(actor).filter(review=review).first() if review else None
    return found and {"what": found, "review": review, "address": _address(review, unit)}


def _address(review, unit) -> str:
    """The submission's page belongs to another room; without that room there is no link."""
    try:
        return reverse("submission", kwargs={"year": review.year, "unit": unit.code})
    except NoReverseMatch:
        return ""
