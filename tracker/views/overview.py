"""One page, one minute: where the plan of a year stands, who is late, what is to be decided."""

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tracker import calendar, rules
from tracker.errors import Invalid
from tracker.models import Action, Review
from tracker.oversight import decisions, handing_in, results, week, words

from .action_rows import listed
from .verb import require_role

MOST_ROWS = 10


def index(request: HttpRequest) -> HttpResponse:
    """The four results once the plan of the year is issued; before that, how far the submissions are."""
    require_role(rules.may_see_overview(request.actor))
    reviews, today = _reviews(), calendar.today()
    review = _asked(reviews, request.GET.get("year"))
    plan = getattr(review, "plan", None)
    is_issued = plan is not None and plan.is_issued
    context = {"reviews": reviews, "review": review, "plan": plan, "is_issued": is_issued, "today": today}
    if is_issued:
        context |= _standing(request.actor, review, plan, today)
    elif review:
        context |= _handing_in(request.actor, review, today)
    return render(request, "tracker/overview.html", context)


def _reviews() -> list[Review]:
    """The years to choose from: the present one, and those whose actions are followed up; the latest first."""
    tracked = Action.objects.tracked().filter(weakness__review=OuterRef("pk"))
    current = Review.objects.current()
    return list(
        Review.objects.filter(Q(Exists(tracked)) | Q(pk=current and current.pk)).select_related("plan")
    )


def _asked(reviews: list[Review], year: str | None) -> Review | None:
    """The review of the year asked for, else the latest; raises Invalid for a year that is not there."""
    if not year:
        return reviews[0] if reviews else None
    known = {str(review.year): review for review in reviews}
    if year not in known:
        raise Invalid(
            {"year": _("Choose one of these years: %(years)s.") % {"years": ", ".join(known) or "–"}}
        )
    return known[year]


def _standing(actor, review: Review, plan, today: date) -> dict:
    actions = Action.objects.visible_to(actor).filter(weakness__review=review)
    totals, groups = results.totals(actions, today), results.by_group(actions, today)
    units, indices = results.by_unit(actions, today), results.by_index(actions, today)
    published = {result.index_id: result for result in review.results.select_related("index")}
    moved = week.of_plan(plan, today)
    return {
        "totals": totals, "groups": groups, "units": units, "of_review": f"review={review.year}",
        "lines": plan.items.standing().count(),
        "indices": [row | {"published": published.get(row["which"])} for row in indices],
        "sentences": words.of_plan(totals, groups, published.values(), indices, moved),
        "overdue": listed(actor).overdue(today).filter(weakness__review=review)[:MOST_ROWS],
        "late_units": decisions.late_units(actions, units, today), "refused": decisions.refused(actions, today),
    }  # fmt: skip


def _handing_in(actor, review: Review, today: date) -> dict:
    rows = handing_in.by_group(review, actor)
    return {
        "groups": rows, "totals": handing_in.total_of(rows),
        "days_late": handing_in.days_late(review, today),
    }  # fmt: skip
