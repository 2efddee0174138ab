"""The figures of a period before it is closed, and what would change them if one waited."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plans.models import Plan
from tracker.models import ExtensionRequest

from .period_figures import figures_until
from .period_page import PeriodRow, Placed


@dataclass(frozen=True)
class Look(Placed):
    """Nothing is kept yet."""

    plan: Plan
    until: date
    today: date

    @cached_property
    def content(self) -> dict:
        return figures_until(self.plan, self.until)

    @property
    def rows(self) -> list[PeriodRow]:
        return [
            PeriodRow(unit["code"], unit["name"], unit["group"], unit["rank"], unit, None)
            for unit in self.content["units"]
        ]

    @property
    def sum(self) -> PeriodRow:
        return PeriodRow("", "", "", None, self.content["total"], None)

    @property
    def has_external_reasons(self) -> bool:
        return self.content["total"]["late_for_external_reasons"] > 0

    @cached_property
    def waiting_reports(self) -> int:
        """Reports that were not decided on by that day, and are not to this day."""
        return self.plan.actions.filter(state="reported", reported_on__lte=self.until).count()

    @cached_property
    def waiting_extensions(self) -> int:
        pending = ExtensionRequest.objects.pending().filter(asked_on__lte=self.until)
        return pending.filter(action__in=self.plan.actions.order_by().values("pk")).count()
