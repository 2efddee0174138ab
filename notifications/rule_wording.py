"""A rule in words: when it tells, and whom."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from notifications.kinds import name_of
from notifications.models import ReminderRule

AFTER = {
    "action_due": gettext_lazy("%(days)s after the deadline"),
    "submission_due": gettext_lazy("%(days)s after the deadline"),
    "action_progress": gettext_lazy("after %(days)s without progress"),
    "decision": gettext_lazy("after %(days)s of waiting"),
}
ON_THE_DAY = {
    "action_due": gettext_lazy("on the day of the deadline"),
    "submission_due": gettext_lazy("on the day of the deadline"),
    "action_progress": gettext_lazy("on the day of the last progress"),
    "decision": gettext_lazy("on the day it begins to wait"),
}


@dataclass(frozen=True)
class Story:
    """One rule through time: the row that holds, the one that comes, and those that were."""

    code: str
    present: ReminderRule | None
    coming: ReminderRule | None
    past: list[ReminderRule]

    @property
    def name(self) -> str:
        return name_of(self.code)

    @property
    def place(self) -> tuple:
        """Its place in the list: what is counted in days by these days, then the news."""
        anchors = ReminderRule.Anchor.values
        return anchors.index(self.latest.anchor), self.latest.offsets[:1], self.code

    @property
    def latest(self) -> ReminderRule:
        """The row by which the rule is known on its page."""
        return self.present or self.coming or self.past[0]


def stories(today: date) -> list[Story]:
    """Every rule by its code, what is counted in days first; one query."""
    rows = {}
    for row in ReminderRule.objects.order_by("code", "-valid_from"):
        rows.setdefault(row.code, []).append(row)
    found = [_story(code, of_code, today) for code, of_code in rows.items()]
    return sorted(found, key=lambda story: story.place)


def when(rule: ReminderRule) -> str:
    """For example "7, 3, 1 working days before the deadline; on the day of the deadline"."""
    if rule.anchor == "week":
        return _("on the first working day of each week")
    if rule.anchor == "event":
        return _("at once") if rule.leaves_at_once else _("with the next daily bundle")
    return _("at once") if rule.anchor in ("failure", "job") else "; ".join(_moments(rule))


def whom(rule: ReminderRule) -> str:
    """The people the rule names, in its order."""
    names = ", ".join(str(ReminderRule.Audience(name).label) for name in rule.audiences)
    return _("%(names)s, whoever did it included") % {"names": names} if rule.tells_the_doer else names


def _story(code: str, rows: list[ReminderRule], today: date) -> Story:
    present = next((row for row in rows if row.holds_on(today)), None)
    coming = next((row for row in rows if row.valid_from > today), None)
    return Story(code, present, coming, [row for row in rows if row not in (present, coming)])


def _moments(rule: ReminderRule) -> list[str]:
    before = [-offset for offset in rule.offsets if offset < 0]
    after = [offset for offset in rule.offsets if offset > 0]
    moments = [_("%(days)s before the deadline") % {"days": _days(rule, before)}] if before else []
    if 0 in rule.offsets:
        moments.append(str(ON_THE_DAY[rule.anchor]))
    if after:
        moments.append(AFTER[rule.anchor] % {"days": _days(rule, after)})
    if rule.repeat_every:
        moments.append(_("then every %(days)s") % {"days": _days(rule, [rule.repeat_every])})
    return moments


def _days(rule: ReminderRule, numbers: list[int]) -> str:
    """For example "7, 3, 1 working days"."""
    listed, count = ", ".join(map(str, numbers)), max(numbers)
    if rule.in_working_days:
        return ngettext("%(numbers)s working day", "%(numbers)s working days", count) % {"numbers": listed}
    return ngettext("%(numbers)s calendar day", "%(numbers)s calendar days", count) % {"numbers": listed}
