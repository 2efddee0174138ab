"""The dates that the signed paper froze: a line's date becomes that of the actions behind it."""

from datetime import date

from django.utils.translation import gettext as _

from tracker.errors import Refused
from tracker.models import Action


def freeze_dates(plan, *, by, today: date) -> None:
    """Every action that is still meant to be done has its printed date as the original one, for ever."""
    dates = [(action, printed) for item in _items(plan) for action, printed in _printed(item)]
    _expect_after_start(dates)
    Action.baseline_all(dates, by=by, today=today)


def _items(plan):
    standing = plan.items.standing().order_by("position", "pk")
    return standing.prefetch_related("contributions__action")


def _printed(item):
    """A line of one action has its date; in a merged line each action keeps its own, but none passes the line's."""
    actions = [part.action for part in item.contributions.all()]
    for action in actions:
        if action.state != "dropped":
            yield action, item.due_on if len(actions) == 1 else min(item.due_on, action.due_on)


def _expect_after_start(dates: list[tuple]) -> None:
    for action, printed in dates:
        if action.starts_on and action.is_open and printed < action.starts_on:
            words = _(
                "%(ref)s begins on %(start)s, after its date in the plan, %(day)s. Change the line's date first."
            )
            facts = {"ref": action.ref, "start": f"{action.starts_on:%d/%m/%Y}", "day": f"{printed:%d/%m/%Y}"}
            raise Refused(words % facts)
