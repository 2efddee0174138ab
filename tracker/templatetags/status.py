"""The words, shapes and colours of every status: one table, used by lists and pages."""

from datetime import date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.sentences import sentence
from tracker.standing import BARS

from .page import tag

register = template.Library()

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
    parts, start, total = [], 0.0, sum(row[name] for name in BARS) or 1
    for name in BARS:
        width = 100 * row[name] / total
        parts.append((f"{start:.2f}", f"{width:.2f}", BAR_CLASSES[name], _stripes(name, start, width)))
        start += width
    drawn = format_html_join("", '<rect x="{}" width="{}" height="20" class="bar-{}"/>{}', parts)
    return format_html(
        '<svg class="bars" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">{}</svg>', drawn
    )


@register.filter
def share(part: int, whole: int) -> str:
    """A part as whole percent of the whole."""
    return f"{round(100 * part / whole)}%" if whole else "–"


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


def _stripes(name: str, start: float, width: float) -> str:
    """White strokes across what is overdue, for those who do not see red."""
    if name != "overdue" or not width:
        return ""
    steps = [
        (f"{start + part * width:.2f}", f"{start + (part + 0.25) * width:.2f}")
        for part in (0, 0.25, 0.5, 0.75)
    ]
    stroke = '<path d="M{} 20 {} 0" class="bar-stripe" vector-effect="non-scaling-stroke"/>'
    return format_html_join("", stroke, steps)


_TIME = {
    "overdue": _overdue,
    "due_soon": _soon,
    "due_today": lambda days_left: tag("warn", "clock", _("Due today")),
    "done_late": lambda days_left: tag("late", "late", _("Completed late")),
}
