"""How the sending goes, on pages: the alarm above every page of those who see to the mails, figures, durations."""

from datetime import datetime, timedelta

from django import template
from django.http import HttpRequest
from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.translation import gettext as _

from notifications import rules, wording
from notifications.models import Envelope, Obligation
from notifications.watching import alarms
from notifications.watching.signs import Signs

register = template.Library()
register.filter("figure", wording.figure)
register.simple_tag(wording.mail_server_in_words, name="mail_server")
REASONS = {"mail": Envelope, "reminder": Obligation}
SPANS = [  # up to so long, in this unit
    (timedelta(minutes=90), timedelta(minutes=1)),
    (timedelta(hours=36), timedelta(hours=1)),
    (timedelta.max, timedelta(days=1)),
]


@register.inclusion_tag("notifications/_alarm.html", takes_context=True)
def alarm(context) -> dict:
    """One red sentence when something is wrong with the mails; two statements, and none for other readers."""
    request: HttpRequest | None = context.get("request")
    actor = getattr(request, "actor", None)
    if not actor or not actor.user or not rules.keeps_the_mail(actor):
        return {"alarm": None}
    signs = context["watch"].signs if "watch" in context else Signs.at(timezone.now())
    return {"alarm": alarms.most_pressing(signs), "here": request.path}


@register.filter
def duration(seconds: float | None) -> str:
    """46 seconds, 2.5 minutes, 3 hours; a dash for nothing."""
    if seconds is None:
        return "–"
    span = timedelta(seconds=float(seconds))
    if span < timedelta(minutes=1, seconds=30):
        return _("%(number)s s") % {"number": round(span.total_seconds())}
    unit = next(unit for most, unit in SPANS if span < most)
    return _in(unit) % {"number": floatformat(round(span / unit, 1), -1)}


@register.filter
def ago(at: datetime, now: datetime) -> str:
    """How long before now that was."""
    return duration(max(0.0, (now - at).total_seconds()))


@register.filter
def every_part(report: dict) -> list[dict]:
    """All parts of a health report, with their names and words for the screen."""
    return [wording.part_in_words(name, check) for name, check in report.items() if isinstance(check, dict)]


@register.filter
def is_stored(mail: Envelope) -> bool:
    """Kept in a folder, because the site has no mail server."""
    return mail.server_reply == wording.STORED


@register.filter
def ended_as(row: dict) -> str:
    """The state in which mails or reminders of an account ended."""
    return str(REASONS[row["what"]].State(row["state"]).label)


@register.filter
def because(row: dict) -> str:
    """The reason why they ended so."""
    return str(REASONS[row["what"]].Reason(row["reason"]).label)


def _in(unit: timedelta) -> str:
    minutes = {1: _("%(number)s min"), 60: _("%(number)s hours"), 1440: _("%(number)s days")}
    return minutes[unit // timedelta(minutes=1)]
