"""The period of a plan: until which day it is carried out."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require

LONGEST_YEARS = 5


class PlanPeriod:
    """It ends with the plan's year unless Home Affairs says otherwise; what is issued says it for ever."""

    @property
    def period_end(self) -> date:
        """The last day on which something of the plan may be due."""
        return self.period_ends_on or usual_end(self.review)

    @transaction.atomic
    def end_period(self, *, by, today: date, ends_on: date | None, version: int | None = None) -> bool:
        """Let the draft end on this day; without one with its year again. True when that changed it."""
        self._lock()
        self._expect_state("draft")
        require(rules.may_edit_plan(by), _("Only Home Affairs says when the plan ends."))
        after = None if ends_on == usual_end(self.review) else ends_on
        _expect_sensible(self.review, after)
        if after == self.period_ends_on:
            return False
        self._change("period_set", by=by, today=today, version=version, period_ends_on=after)
        return True


def last_day(review) -> date:
    """The last day of the review's plan, also before there is one."""
    plan = getattr(review, "plan", None)
    return plan.period_end if plan else usual_end(review)


def usual_end(review) -> date:
    """The last day of the plan's year; of a review whose dates were moved, such as the sample's, as much later."""
    year_end = date(review.plan_year, 12, 31)
    if review.plan_due_on.year == review.plan_year:
        return year_end
    return review.plan_due_on + (year_end - date(review.plan_year, 7, 1))


def _expect_sensible(review, ends_on: date | None) -> None:
    latest = date(usual_end(review).year + LONGEST_YEARS, 12, 31)
    if ends_on and not review.plan_due_on <= ends_on <= latest:
        words = _("Choose a day from %(first)s, when the plan is due, to %(last)s.")
        days = {"first": f"{review.plan_due_on:%d/%m/%Y}", "last": f"{latest:%d/%m/%Y}"}
        raise Invalid({"ends_on": words % days})
