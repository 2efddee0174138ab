"""Opening a review: exactly once, and with what its opener has read."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.models.submissions.submission import Submission
from plans.setting_up.readiness import Readiness
from tracker.errors import Invalid, Refused, require
from tracker.models import Event, Review

CHANGED = gettext_lazy(
    "A colleague has changed the review after you opened this page. Below is what it is now: read it again."
)


@transaction.atomic
def open_review(review: Review, *, by, today: date, seen: str) -> None:
    """Expect a submission of every unit and start the clock.

    seen: what the opener has read, as the digest of its readiness says; Invalid when a colleague has changed it since.
    """
    review = Review.objects.select_for_update().get(pk=review.pk)
    if review.state != Review.State.PREPARING:
        raise Refused(already_open(review))
    require(review.submissions_due_on >= today, past(review))
    if Readiness(review, today).digest != seen:
        raise Invalid({"seen": CHANGED})
    Submission.open_round(review, by=by, today=today)


def already_open(review: Review) -> str:
    """Who was faster, and that nothing happens twice."""
    opened = Event.objects.of(review).filter(verb="opened").last()
    if not opened:
        return _("This review was opened already.")
    words = _("%(who)s opened this review on %(when)s. Nothing is sent a second time.")
    return words % {"who": opened.actor_name, "when": f"{opened.happened_on:%d/%m/%Y}"}


def past(review: Review) -> str:
    words = _(
        "The units would have to hand in by %(due)s, and that is over. Set the dates of the review first."
    )
    return words % {"due": f"{review.submissions_due_on:%d/%m/%Y}"}
