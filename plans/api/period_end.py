"""Until when the plan is carried out: said while it is a draft."""

from rest_framework.response import Response

from plans.models import Plan

from .bodies import PeriodEndBody
from .finding import PlanChange
from .plans import plan_row
from .shapes import PlanRow


class PeriodEnd(PlanChange):
    """The last day of the plan's period; a check finds the deadlines that lie after it."""

    body, result = PeriodEndBody, PlanRow

    def put(self, request, year: int) -> Response:
        """Set it while the plan is a draft; null is the end of the plan's year."""
        return self.changed(request, year=year)

    def do(self, plan: Plan, *, year: int, ends_on) -> dict:
        plan.end_period(ends_on=ends_on, **self.at())
        return plan_row(plan, self.actor)
