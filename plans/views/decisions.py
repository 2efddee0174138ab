"""Home Affairs decides on a submission, and goes on with the next one that waits."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.decision import AcceptanceForm, SendingBackForm
from plans.submissions.examination import Tally
from plans.submissions.parts import address
from plans.submissions.waiting import Waiting
from tracker import calendar
from tracker.forms.actions import ReasonForm
from tracker.views.verb import answer, who

from .examinations import find_to_decide


def accept(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Take it whole; where rows were not examined the page says how many."""
    submission = find_to_decide(request, year, unit)
    return answer(
        request, AcceptanceForm(request, submission),
        lambda **words: submission.accept(**words, **who(request)),
        title=_("Accept the submission"), submit=_("Accept"), done=_accepted(submission),
        back=_onwards(request, submission), template="plans/submission_acceptance.html",
        **_around(submission),
    )  # fmt: skip


def send_back(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Return it with the remarks on its rows, or on the whole, and a new date."""
    submission, today = find_to_decide(request, year, unit), calendar.today()
    around = _around(submission)
    return answer(
        request, SendingBackForm(request, submission, today=today),
        lambda **words: submission.send_back(**words, **who(request)),
        title=_sending_back_words(around["tally"].returned), submit=_("Return the submission"),
        done=_("Returned: %(unit)s. The unit is told by mail.") % {"unit": submission.unit},
        back=_onwards(request, submission), template="plans/submission_sending_back.html", **around,
    )  # fmt: skip


def reconsider(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Take an acceptance back before anything was built on it."""
    submission = find_to_decide(request, year, unit)
    return answer(
        request, ReasonForm(request, submission), lambda **words: submission.reconsider(**words, **who(request)),
        title=_("Take the acceptance back"), submit=_("Take it back"),
        done=_("The acceptance is taken back; the submission waits for a decision again."),
        back=address(submission, "submission-review"), template="plans/submission_reconsideration.html",
        submission=submission, why_it_stays=_why_it_stays(submission),
    )  # fmt: skip


def _why_it_stays(submission) -> str:
    if submission.state != "accepted":
        return _("It is not accepted; there is nothing to take back.")
    return submission.why_it_stays_accepted()


def _around(submission) -> dict:
    tally = Tally.of(submission)
    review = address(submission, "submission-review")
    return {
        "submission": submission,
        "tally": tally,
        "review": review,
        "waits": submission.state == "submitted",
    }


def _onwards(request, submission) -> str:
    """The next submission that waits, or the list of all when none does."""
    following = Waiting.next_after(submission, request.actor)
    return address(following, "submission-review") if following else reverse("submissions")


def _accepted(submission) -> str:
    """A word of success with the way back."""
    words = _("Accepted: %(unit)s.") % {"unit": submission.unit}
    return format_html(
        '{} <a href="{}">{}</a>', words, address(submission, "submission-reconsideration"), _("Undo…")
    )


def _sending_back_words(remarks: int) -> str:
    return (
        ngettext("Return with %d remark", "Return with %d remarks", remarks) % remarks
        if remarks
        else _("Return the submission")
    )
