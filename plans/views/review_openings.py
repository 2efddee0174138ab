"""Step 5 of preparing a review: everything once more, with the letter, and the button that starts the clock."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.review_opening import OpeningForm
from plans.models.submissions.review_opening import open_review, past
from plans.setting_up.readiness import Readiness
from tracker import calendar, rules
from tracker.views.verb import answer, require_role, who

from .review_setup import find_review, place


def create(request: HttpRequest, year: int) -> HttpResponse:
    """Asks once, with numbers and names; whoever comes after it was opened reads the review."""
    require_role(rules.may_run_review(request.actor))
    review = find_review(year)
    if request.method != "POST" and review.state != "preparing":
        return redirect("review", year=year)
    ready = Readiness(review, calendar.today())
    many = len(ready.units)
    return answer(
        request, OpeningForm(request, ready), lambda seen: open_review(review, seen=seen, **who(request)),
        title=_("Open the review of %(year)s?") % {"year": year},
        submit=ngettext("Open the review for %d unit", "Open the review for %d units", many) % many,
        done=_done(), back=place("review", year), without_mail=not settings.EMAIL_HOST,
        template="plans/review_opening.html", review=review, ready=ready, obstacles=_obstacles(ready),
    )  # fmt: skip


def _done() -> str:
    if not settings.EMAIL_HOST:
        return _(
            "The review is open, and the clock runs. No mail server is set, so no unit has got the letter."
        )
    return _("The review is open. The units are told, and the clock runs.")


def _obstacles(ready: Readiness) -> list[str]:
    """What keeps the review from being opened; the verb refuses for the same reasons."""
    nobody = _("No unit has been chosen, so nobody would hand in. Choose the units in step 2.")
    return [
        words for words, stands in ((nobody, not ready.units), (past(ready.review), ready.is_past)) if stands
    ]
