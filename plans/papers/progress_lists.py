"""The lists of the progress report: overdue, completed late, and extensions asked for.

Each line names its number in Annex I of the plan, which is what the reader of the paper has in hand.
"""

from datetime import date

from django.db.models import F

from plans.models import Contribution
from tracker.models import ExtensionRequest

from .annex import numbered_items
from .wording import UNKNOWN, short_day

OUTCOMES = {"pending": "Đang xem xét", "refused": "Không đồng ý", "withdrawn": "Đơn vị rút đề nghị"}


class ProgressLists:
    """The lists of one plan on one day."""

    def __init__(self, plan, today: date):
        self.plan, self.today = plan, today
        self.numbers = _annex_numbers(plan)

    def words(self) -> dict[str, list[dict]]:
        return {"overdue": self._overdue(), "late": self._late(), "extensions": self._extensions()}

    def _overdue(self) -> list[dict]:
        overdue = self.plan.actions.overdue(self.today).select_related("lead_unit").order_by("due_on", "ref")
        return [self._line(action) | {"days": (self.today - action.due_on).days} for action in overdue]

    def _late(self) -> list[dict]:
        late = self.plan.actions.filter(state="done", reported_on__gt=F("due_on")).select_related("lead_unit")
        return [self._line(action) | _delay(action) for action in late.order_by("due_on", "ref")]

    def _extensions(self) -> list[dict]:
        asked = ExtensionRequest.objects.filter(action__in=self.plan.actions).select_related(
            "action__lead_unit"
        )
        in_order = asked.order_by("asked_on", "action__ref", "pk")
        return [self._line(request.action) | _extension(request) for request in in_order]

    def _line(self, action) -> dict:
        return {
            "number": self.numbers[action.pk],
            "measure": action.statement,
            "lead": action.lead_unit.name_vi,
            "due": short_day(action.due_on),
        }


def _annex_numbers(plan) -> dict[int, int]:
    """For each action the number of its line in Annex I."""
    of_item = {item.pk: number for number, item in numbered_items(plan)}
    behind = Contribution.objects.filter(item__plan=plan).values_list("action", "item")
    return {action: of_item[item] for action, item in behind}


def _delay(action) -> dict:
    return {
        "done": short_day(action.reported_on),
        "days": (action.reported_on - action.due_on).days,
        "cause": action.delay_cause,
    }


def _extension(request) -> dict:
    return {
        "original": short_day(request.action.original_due_on),
        "requested": short_day(request.requested_due_on),
        "outcome": _outcome(request),
        "reason": request.reason or UNKNOWN,
    }


def _outcome(request) -> str:
    if request.state == "approved":
        return f"Đồng ý, đến {short_day(request.granted_due_on)}"
    return OUTCOMES[request.state]
