"""Where to push today: the home of Home Affairs and of the administrator."""

from datetime import date

from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker import calendar, queues, rules, standing
from tracker.calendar import WorkingCalendar
from tracker.models import Action, Review, WorkingDayException
from tracker.oversight import ageing, attention, health, longest, repeats

from .action_rows import listed
from .verb import require_role


def index(request: HttpRequest) -> HttpResponse:
    """Numbers that are links, the units that need attention, what is late for how long, what hinders the record."""
    require_role(rules.may_follow_up(request.actor))
    today, review = calendar.today(), Review.objects.current()
    actions, office = Action.objects.visible_to(request.actor), WorkingDayException.objects.calendar()
    totals = standing.totals(actions, today)
    context = {
        "today": today, "review": review, "totals": totals,
        "report_days": _days_waited(totals["waiting_since"], today, office),
        "units": attention.pressing(actions, today), "may_chase": rules.may_chase(request.actor),
        "missing": _missing(review, request.actor),
        "requests": _waiting(queues.EXTENSIONS, request.actor, today, office),
        "questions": _waiting(queues.QUESTIONS, request.actor, today, office),
        "repeats": repeats.of_review(review, request.actor),
        **_late(request, actions, today), **_health(actions, today),
    }  # fmt: skip
    return render(request, "tracker/follow_up.html", context)


def _missing(review: Review | None, actor) -> int | None:
    """How many submissions are owed; nothing to say once the review is no longer open for them."""
    is_open = review is not None and review.state == Review.State.OPEN
    return review.submissions.visible_to(actor).missing().count() if is_open else None


def _waiting(queue, actor, today: date, office: WorkingCalendar) -> dict:
    """How many wait in the queue, and how long the oldest does."""
    found = queue.waiting(actor).order_by().aggregate(count=Count("pk"), oldest=Min("since"))
    return {"count": found["count"], "days": _days_waited(found["oldest"], today, office)}


def _days_waited(since: date | None, today: date, office: WorkingCalendar) -> int:
    """Working days, as the queues count them."""
    return office.count(since, today) if since else 0


def _late(request: HttpRequest, actions, today: date) -> dict:
    by = longest.order_asked(request.GET.get("by") or "days")
    ages = ageing.by_group(actions, today)
    return {
        "by": by, "orders": longest.ORDERS.items(), "ages": ages, "age_total": ageing.total_of(ages, today),
        "heaps": longest.heaps(listed(request.actor).overdue(today), by, today),
    }  # fmt: skip


def _health(actions, today: date) -> dict:
    """Each fault and each waiting with its words, its filter and how many actions it finds."""
    counts = health.counted(actions, today)
    return {
        "faults": [(words, f"health={name}", counts[name]) for name, words in health.FAULTS],
        "overdue_decisions": [(words, f"waiting={name}", counts[name]) for name, words in health.WAITING],
        "unreachable": health.units_without_log_in(today),
    }
