"""A report that an action is completed."""

from django.utils.translation import gettext as _

from tracker import calendar, rules
from tracker.forms.actions import ReportForm

from .verb import answer, ask, find_action, link, who


def create(request, ref: str):
    """Report completion; what is missing as proof is said before anything is typed."""
    action = find_action(request, ref)
    ask(request, rules.may_report, action)
    today = calendar.today()
    context = {
        "missing": action.missing_evidence(),
        "evidence": action.live_evidence(),
        "today": today,
        "may_add": True,
    }
    return answer(
        request, ReportForm(request, action, today=today), lambda **words: action.report(**words, **who(request)),
        title=_("Report completion"), submit=_("Send the report"), back=link(action), action=action,
        done=_("The report is sent. Home Affairs verifies it."), template="tracker/report.html", **context,
    )  # fmt: skip
