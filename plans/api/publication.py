"""The public page of the issued plan: put up or taken down."""

from rest_framework.response import Response

from plans.models import Plan
from tracker import rules

from .bodies import PublicationBody
from .finding import PlanChange
from .plans import plan_row
from .shapes import PlanRow


class Publication(PlanChange):
    """Whether anybody may read the issued plan without a log-in."""

    body, result = PublicationBody, PlanRow

    @staticmethod
    def who(actor, plan) -> bool:
        return rules.may_publish_plan(actor)

    def put(self, request, year: int) -> Response:
        """Put the public page up, or take it down; asked for what is so already, nothing changes."""
        return self.changed(request, year=year)

    def do(self, plan: Plan, *, year: int, is_public: bool) -> dict:
        if plan.is_public != is_public:
            change = plan.publish if is_public else plan.hide
            change(**self.at())
        return plan_row(plan, self.actor)
