"""What Home Affairs decides on a report: it holds, or it goes back."""

from django.utils.translation import gettext as _

from tracker import calendar, rules
from tracker.forms.actions import ReasonForm, VerificationForm

from .verb import answer, ask, find_action, link, who


def create(request, ref: str):
    """The report holds."""
    action = find_action(request, ref)
    ask(request, rules.may_verify, action)
    context = {
        "missing": action.missing_evidence(),
        "evidence": action.live_evidence(),
        "today": calendar.today(),
    }
    return answer(
        request, VerificationForm(request, action), lambda **words: action.verify(**words, **who(request)),
        title=_("Verify completion"), submit=_("The work is done"), done=_("Completion is verified."),
        back=link(action), action=action, template="tracker/report.html", **context,
    )  # fmt: skip


def send_back(request, ref: str):
    """The report does not hold."""
    action = find_action(request, ref)
    ask(request, rules.may_send_back, action)
    return answer(
        request, ReasonForm(request, action), lambda **words: action.send_back(**words, **who(request)),
        title=_("Send the report back"), submit=_("Send back"), back=link(action),
        done=_("The report is sent back; the unit is told why."),
    )  # fmt: skip
