"""The lists of the progress report: overdue, completed late, and extensions asked for, as they stood on a day.

Each line names its number in Annex I of the plan, which is what the reader of the paper has in hand.
"""

from datetime import date

from plans.papers.wording import UNKNOWN, short_day
from plans.progress.meaning import members
from plans.progress.past import ActionThen
from plans.reading.numbers import numbers_of
from tracker.models import Action, ExtensionRequest, Unit

OUTCOMES = {"pending": "Đang xem xét", "refused": "Không chấp thuận", "withdrawn": "Đơn vị rút đề nghị"}


def standing_report(then: ActionThen) -> date | None:
    """The day it was reported as completed; a report that was sent back counts no more."""
    return then.reported_on if then.state in ("reported", "done") else None


class ProgressLists:
    """The lists of one plan on one day."""

    def __init__(self, plan, states: list[ActionThen], on: date):
        self.states, self.on = sorted(states, key=lambda then: (then.due_on, then.action_id)), on
        self.numbers = numbers_of(plan)
        self.actions = Action.objects.in_bulk([then.action_id for then in states])
        self.units = dict(Unit.objects.values_list("code", "name_vi"))

    def words(self) -> dict[str, list[dict]]:
        late = members(self.states, "done_late", self.on)
        return {
            "overdue": [self._line(then) | {"days": self.days_late(then)}
                        for then in members(self.states, "overdue", self.on)],
            "late": [self._line(then) | self._delay(then) for then in late],
            "extensions": self._extensions(),
        }  # fmt: skip

    def days_late(self, then: ActionThen) -> int:
        """From its deadline to the day it was reported, or to the day of the report."""
        return ((standing_report(then) or self.on) - then.due_on).days

    def _line(self, then: ActionThen) -> dict:
        return {
            "number": self.numbers[then.item_id],
            "measure": self.actions[then.action_id].statement_in_plan,
            "lead": self.units[then.unit_key],
            "due": short_day(then.due_on),
        }

    def _delay(self, then: ActionThen) -> dict:
        return {
            "done": short_day(then.reported_on),
            "days": self.days_late(then),
            "cause": self.actions[then.action_id].delay_cause,
        }

    def _extensions(self) -> list[dict]:
        asked = ExtensionRequest.objects.filter(action__in=self.actions, asked_on__lte=self.on)
        then = {each.action_id: each for each in self.states}
        in_order = asked.order_by("asked_on", "action__ref", "pk")
        return [self._line(then[request.action_id]) | self._extension(request, then) for request in in_order]

    def _extension(self, request: ExtensionRequest, then: dict[int, ActionThen]) -> dict:
        return {
            "original": short_day(then[request.action_id].original_due_on),
            "requested": short_day(request.requested_due_on),
            "outcome": self._outcome(request),
            "reason": request.reason or UNKNOWN,
        }

    def _outcome(self, request: ExtensionRequest) -> str:
        """What had been decided by that day."""
        if request.decided_on and request.decided_on > self.on:
            return OUTCOMES["pending"]
        if request.state == "approved":
            return f"Chấp thuận, đến {short_day(request.granted_due_on)}"
        return OUTCOMES[request.state]
