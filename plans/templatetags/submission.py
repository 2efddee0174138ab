"""How a submission stands, in words, shapes and colours; and what My work shows of it."""

from datetime import date

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.models.submissions.submission import WAITING
from plans.submissions.desk import Desk
from plans.submissions.parts import Part, Progress
from plans.submissions.parts import progress_of as parts_of
from tracker.models import Event
from tracker.models.time_status import DUE_SOON
from tracker.templatetags.page import tag

register = template.Library()

MENDING = ("returned", "draft", "head_review")
STATES = {
    "not_started": ("neutral", "dashed"), "draft": ("info", "half"), "head_review": ("wait", "hourglass"),
    "submitted": ("wait", "hourglass"), "returned": ("warn", "back"), "accepted": ("ok", "tick"),
    "exempt": ("plain", "slash"),
}  # fmt: skip


@register.simple_tag
def submission_tag(submission) -> str:
    """How far the submission is on its way."""
    return tag(*STATES[submission.state], submission.get_state_display())


@register.simple_tag
def deadline_tag(submission, today: date) -> str:
    """Days left or late while it is to be handed in; afterwards only that it came late."""
    late = days_late(submission, today)
    if submission.state in WAITING:
        return _late(late, "bad", "alert") if late else left_tag((submission.deadline - today).days)
    return _late(late, "late", "late") if late else ""


@register.simple_tag
def part_tag(part: Part) -> str:
    """How far one part is. What is missing is named beside it."""
    return tag(*_part_words(part))


@register.simple_tag
def question_tag(part: Part) -> str:
    """Whether the unit still waits for an answer about the weakness, or has one to read."""
    asked = list(part.weakness.questions.all()) if part.weakness else []
    waiting = sum(each.answered_on is None for each in asked)
    if waiting:
        return tag("wait", "hourglass", ngettext("%d question open", "%d questions open", waiting) % waiting)
    return tag("plain", "tick", _("Question answered")) if asked else ""


@register.filter
def lacks_in_words(part: Part) -> str:
    """What the part lacks, where its name stands beside it already."""
    return "; ".join(lack.words.rstrip(".") for lack in part.lacks)


@register.simple_tag
def general_remark(submission) -> str:
    """What Home Affairs remarked on the whole when it returned it, until it is handed in again."""
    if submission.state not in MENDING:
        return ""
    last = Event.objects.of(submission).filter(verb__in=("returned", "submitted")).last()
    return last.after.get("remark", "") if last and last.verb == "returned" else ""


@register.simple_tag
def progress_of(submission) -> Progress:
    return parts_of(submission)


@register.filter
def days_late(submission, today: date) -> int:
    """How many days it came late, or is late by now; an exempt unit owes nothing."""
    return 0 if submission.state == "exempt" else submission.days_late(today)


@register.simple_tag(takes_context=True)
def desk(context) -> Desk:
    """The submissions of the reader's own units."""
    return Desk.of(context["request"].actor, context["today"])


@register.simple_tag
def goes_first(desk: Desk, action, today: date):
    """The submission that presses more than the next action, or None."""
    return desk.first_before(action, today)


def _part_words(part: Part) -> tuple[str, str, str]:
    if part.is_accepted:
        return "plain", "tick", _("Accepted")
    if part.is_returned and not part.is_mended:
        return "warn", "back", _("Returned")
    if part.is_optional and not part.is_begun:
        return "plain", "dashed", _("None yet")
    return ("plain", "tick", _("Done")) if part.is_done else _unfinished(part)


def _unfinished(part: Part) -> tuple[str, str, str]:
    if not part.is_begun:
        return "neutral", "dashed", _("Not begun")
    missing = len(part.lacks)
    return "warn", "half", ngettext("%d thing missing", "%d things missing", missing) % missing


def _late(days: int, kind: str, shape: str) -> str:
    return tag(kind, shape, ngettext("%d day late", "%d days late", days) % days)


def left_tag(days: int) -> str:
    """Days until a deadline that is not over."""
    if not days:
        return tag("warn", "clock", _("Due today"))
    words = ngettext("%d day left", "%d days left", days) % days
    return tag("warn" if days <= DUE_SOON.days else "plain", "clock", words)
