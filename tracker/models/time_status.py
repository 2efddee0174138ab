"""The time status of an action: derived from its dates on a given day, never stored."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

OPEN = ("todo", "doing", "returned")
DUE_SOON = timedelta(days=7)
IS_OPEN = Q(state__in=OPEN)
IS_LATE = Q(reported_on__gt=F("due_on"))


class TimeStatus(models.TextChoices):
    ON_TIME = "on_time", _("On time")
    DUE_SOON = "due_soon", _("Due soon")
    DUE_TODAY = "due_today", _("Due today")
    OVERDUE = "overdue", _("Overdue")
    DONE_ON_TIME = "done_on_time", _("Completed on time")
    DONE_LATE = "done_late", _("Completed late")
    NONE = "none", _("No time status")


def overdue(today: date) -> Q:
    """Still to be done, and the deadline has passed."""
    return IS_OPEN & Q(due_on__lt=today)


def due_soon(today: date) -> Q:
    """Still to be done, and due within seven days, today included."""
    return IS_OPEN & Q(due_on__range=(today, today + DUE_SOON))


def conditions(today: date) -> dict[str, dict]:
    """What each status means as conditions on the columns; the first that holds is the status."""
    return {
        TimeStatus.NONE: {"state": "dropped"},
        TimeStatus.DONE_LATE: {"state__in": ("reported", "done"), "reported_on__gt": F("due_on")},
        TimeStatus.DONE_ON_TIME: {"state__in": ("reported", "done")},
        TimeStatus.OVERDUE: {"due_on__lt": today},
        TimeStatus.DUE_TODAY: {"due_on": today},
        TimeStatus.DUE_SOON: {"due_on__lte": today + DUE_SOON},
    }


def expression(today: date) -> Case:
    """The status as SQL."""
    cases = [When(**condition, then=Value(status.value)) for status, condition in conditions(today).items()]
    return Case(*cases, default=Value(TimeStatus.ON_TIME.value), output_field=models.CharField())


def of(action, today: date) -> TimeStatus:
    """The status of one action in hand; says the same as the SQL."""
    if action.state == "dropped":
        return TimeStatus.NONE
    if action.state in ("reported", "done"):
        return TimeStatus.DONE_LATE if action.reported_on > action.due_on else TimeStatus.DONE_ON_TIME
    if action.due_on < today:
        return TimeStatus.OVERDUE
    if action.due_on == today:
        return TimeStatus.DUE_TODAY
    return TimeStatus.DUE_SOON if action.due_on <= today + DUE_SOON else TimeStatus.ON_TIME
