"""Periods that are closed for scoring: read, and closed for ever."""

from datetime import date

from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from plans.models import ClosedPeriod, Plan
from plans.progress.period_page import PeriodPage as Read
from tracker import rules
from tracker.api.writing import CREATED

from .bodies import PeriodBody
from .finding import PlanEndpoint, PlanVerb
from .shapes_progress import PeriodClosed, PeriodPage, PeriodWhole

PLAIN = ("id", "name", "until", "sha256", "is_unchanged", "closed_on")


class Periods(PlanVerb):
    """The periods that were closed, oldest first."""

    answer, status = PeriodPage, CREATED
    body, result = PeriodBody, PeriodClosed

    @staticmethod
    def who(actor, plan) -> bool:
        return rules.may_close_period(actor)

    def get(self, request, year: int):
        found = self.found(self.find(year).periods.select_related("closed_by"))
        return self.page(found, lambda period: _row(period, self.actor), key=("until", "pk"))

    def post(self, request, year: int):
        """Freeze every unit's figures up to a day under a name, for ever."""
        return self.changed(request, year=year)

    def do(self, plan: Plan, *, year: int, name: str, until: date) -> dict:
        period = ClosedPeriod.close(plan, name=name, until=until, **self.by())
        plan.refresh_from_db(fields=["version"])
        return _whole(period, self.actor, self.today) | {"version": plan.version}


class OnePeriod(PlanEndpoint):
    """One period with its frozen figures."""

    answer = PeriodWhole

    def get(self, request, year: int, pk: int):
        periods = self.find(year).periods.select_related("plan__review", "closed_by")
        return Response(_whole(get_object_or_404(periods, pk=pk), self.actor, self.today))


def _row(period: ClosedPeriod, actor) -> dict:
    closed_by = period.closed_by.full_name if actor.sees_everything else None
    return {name: getattr(period, name) for name in PLAIN} | {"closed_by": closed_by}


def _whole(period: ClosedPeriod, actor, today: date) -> dict:
    """A unit reads its own row beside the sum."""
    rows = [row.frozen for row in Read(period, actor, today).rows]
    return _row(period, actor) | {"total": period.content["total"], "units": rows}
