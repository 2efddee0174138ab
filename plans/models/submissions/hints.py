"""Soft hints about a proposed action: what is already good, and what a reader will ask. Never an error."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plans.models.planning.period import last_day
from tracker.calendar import WorkingCalendar
from tracker.models import WorkingDayException
from tracker.vietnamese import plain

VAGUE = ("tang cuong", "day manh", "tiep tuc", "nang cao", "chu trong", "quan tam", "quyet liet", "chu dong",
         "phan dau", "co gang", "khan truong")  # fmt: skip
PRODUCTS = (
    "bao cao", "quyet dinh", "ke hoach", "quy che", "quy trinh", "quy dinh", "cong van", "to trinh", "de an",
    "huong dan", "danh muc", "van ban", "phan mem", "co so du lieu", "tap huan", "hoi nghi", "bien ban", "so tay",
    "chuyen muc", "bang tin", "phieu khao sat", "tai lieu", "thong bao", "nghi quyet", "ho so", "kho minh chung",
)  # fmt: skip


@dataclass(frozen=True)
class Hint:
    """One remark beside an action: a tick for what is there, or a word on what would make it better."""

    words: str
    is_good: bool = False


def hints_of(action, today: date, calendar: WorkingCalendar | None = None) -> list[Hint]:
    """The remarks on one action, good ones first; pass the calendar when asking for many."""
    found = [_result(action), _owner(action), *_deadline(action, today, calendar)]
    return sorted(filter(None, found), key=lambda hint: not hint.is_good)


def _result(action) -> Hint:
    words = plain(f"{action.statement} {action.expected_output}")
    if re.search(r"\d", words) or any(product in plain(action.expected_output) for product in PRODUCTS):
        return Hint(_("measurable result"), is_good=True)
    if any(vague in plain(action.statement) for vague in VAGUE):
        return Hint(
            _("Says only “step up, promote, continue”: say what will be there at the end, with a number.")
        )
    return Hint(_("Neither a number nor a product is named: how will one see that it is done?"))


def _owner(action) -> Hint | None:
    return Hint(_("owner"), is_good=True) if action.owner_id else None


def _deadline(action, today: date, calendar: WorkingCalendar | None) -> list[Hint]:
    if action.due_on is None:
        return []
    found = [_passed(action.due_on, today), _free_day(action.due_on, calendar), _after_the_plan(action)]
    return [*filter(None, found)] or [Hint(_("deadline"), is_good=True)]


def _passed(due_on: date, today: date) -> Hint | None:
    return Hint(_("The deadline has passed. Choose a later day.")) if due_on < today else None


def _free_day(due_on: date, calendar: WorkingCalendar | None) -> Hint | None:
    """A date in a plan is not moved by itself; whoever writes it should know that nobody works on it."""
    calendar = calendar or WorkingDayException.objects.calendar()
    if calendar.is_working_day(due_on):
        return None
    words = _("The deadline falls on a day off. The next working day is %(day)s.")
    return Hint(words % {"day": f"{calendar.on_or_after(due_on):%d/%m/%Y}"})


def _after_the_plan(action) -> Hint | None:
    """What takes longer than the plan should say so; the check before sending asks the same."""
    last = last_day(action.weakness.review)
    if action.due_on <= last:
        return None
    return Hint(_("The deadline lies after the plan's last day, %(day)s.") % {"day": f"{last:%d/%m/%Y}"})
