"""The words, shapes and colours of every status: one table, used by lists and pages."""

from datetime import date

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.bars import Part, bar
from tracker.sentences import sentence
from tracker.standing import BARS

from .page import tag

register = template.Library()

ALMOST_NOTHING, ALMOST_ALL = 0.1, 99.9

WORK = {
    "todo": ("neutral", "dashed"), "doing": ("info", "half"), "reported": ("wait", "hourglass"),
    "returned": ("warn", "back"), "done": ("plain", "tick"), "dropped": ("plain", "slash"),
}  # fmt: skip
EXTENSION = {
    "pending": ("wait", "hourglass"), "approved": ("ok", "tick"),
    "refused": ("outline", "missing"), "withdrawn": ("plain", "back"),
}  # fmt: skip
PLAN = {
    "draft": ("info", "half"),
    "sent": ("wait", "hourglass"),
    "issued": ("ok", "tick"),
    "amended": ("warn", "back"),
}
BAR_CLASSES = dict(zip(BARS, ("done", "late", "wait", "doing", "returned", "todo", "overdue"), strict=True))


@register.simple_tag
def work_tag(action) -> str:
    """How far the work is. What is finished has no colour, so that unfinished rows stand out."""
    return tag(*WORK[action.state], action.get_state_display())


@register.simple_tag
def time_tag(action, today: date) -> str:
    """How the deadline stands; nothing is said of what is on time."""
    status = action.time_status(today)
    if status == "done_late" and action.state == "reported":
        return tag("late", "late", _("Reported late"))
    return _TIME[status](action.days_left(today)) if status in _TIME else ""


@register.simple_tag
def extension_tag(extension) -> str:
    return tag(*EXTENSION[extension.state], extension.get_state_display())


@register.simple_tag
def plan_tag(plan) -> str:
    return tag(*PLAN[plan.state], plan.get_state_display())


@register.simple_tag
def bars(row: dict) -> str:
    """The row's counts as one bar; the numbers stand beside it in the table."""
    parts = [Part(row[name], BAR_CLASSES[name], name == "overdue") for name in BARS]
    return bar(parts, sum(part.count for part in parts))


@register.filter
def share(part: int, whole: int) -> str:
    """58,3%, alike on every page; not quite nothing and not quite all are not rounded away."""
    if not whole:
        return "–"
    percent = round(100 * part / whole, 1)
    if part and not percent:
        return f"<{number_format(ALMOST_NOTHING, 1)}%"
    almost = part < whole and percent == 100
    return f">{number_format(ALMOST_ALL, 1)}%" if almost else f"{number_format(percent, 1)}%"


@register.filter
def days_since(day: date, today: date) -> int:
    return (today - day).days


@register.filter
def told(event) -> str:
    """What happened, as a verb phrase after the actor's name."""
    return sentence(event)


def _overdue(days_left: int) -> str:
    return tag("bad", "alert", ngettext("%d day overdue", "%d days overdue", -days_left) % -days_left)


def _soon(days_left: int) -> str:
    return tag("warn", "clock", ngettext("%d day left", "%d days left", days_left) % days_left)


_TIME = {
    "overdue": _overdue,
    "due_soon": _soon,
    "due_today": lambda days_left: tag("warn", "clock", _("Due today")),
    "done_late": lambda days_left: tag("late", "late", _("Completed late")),
}
