"""When the mails of a rule are sent, and why one cannot decline them, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from notifications.models import ReminderRule

WHY_COMPULSORY = {
    "action_due": gettext_lazy("A deadline holds for you whether you read mails or not."),
    "submission_due": gettext_lazy("A deadline holds for you whether you read mails or not."),
    "action_progress": gettext_lazy("The plan can be watched only when progress is reported."),
    "failure": gettext_lazy("Otherwise nobody would notice that somebody is not reached."),
    "event": gettext_lazy("It tells of a task or a decision that concerns you."),
    "decision": gettext_lazy("Others wait until you have decided."),
    "week": gettext_lazy("The site's administrator has made it compulsory."),
    "job": gettext_lazy("The site's administrator has made it compulsory."),
}


def when(rule: ReminderRule) -> str:
    """On which occasion a mail of this rule is owed."""
    if rule.anchor == "event":
        return _("as soon as it happens") if rule.leaves_at_once else _("in the next daily bundle")
    if rule.anchor == "failure":
        return _("as soon as it happens")
    if rule.anchor == "job":
        return _("as soon as it is done, unless you are waiting on its page")
    if rule.anchor == "week":
        return str(rule.get_anchor_display())
    days = [part for part in (_before(rule), _on_the_day(rule), _after(rule), _again(rule)) if part]
    return f"{rule.get_anchor_display()}: {', '.join(days)}"


def told_to(rule: ReminderRule) -> str:
    """The groups of people who get it."""
    return ", ".join(str(rule.Audience(name).label) for name in rule.audiences)


def why_compulsory(rule: ReminderRule) -> str:
    return str(WHY_COMPULSORY[rule.anchor])


def _before(rule: ReminderRule) -> str:
    days = [str(-offset) for offset in sorted(rule.offsets) if offset < 0]
    return _("%(days)s %(unit)s before") % {"days": ", ".join(days), "unit": _unit(rule)} if days else ""


def _on_the_day(rule: ReminderRule) -> str:
    return _("on the day itself") if 0 in rule.offsets else ""


def _after(rule: ReminderRule) -> str:
    days = [str(offset) for offset in sorted(rule.offsets) if offset > 0]
    return _("%(days)s %(unit)s after") % {"days": ", ".join(days), "unit": _unit(rule)} if days else ""


def _again(rule: ReminderRule) -> str:
    """In the same kind of days as the offsets."""
    if not rule.repeat_every:
        return ""
    return ngettext("then every day", "then every %(days)s days", rule.repeat_every) % {
        "days": rule.repeat_every
    }


def _unit(rule: ReminderRule) -> str:
    return _("working days") if rule.in_working_days else _("days")
