"""How a period is closed: its figures are counted once more and kept for ever."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from plans.models.planning.version import as_kept, digest
from plans.progress.period_figures import figures_until
from tracker import rules
from tracker.errors import Invalid, require
from tracker.templatetags.page import day
from tracker.vietnamese import tidy


class Closing:
    """Closed once; the database refuses every change afterwards."""

    @classmethod
    @transaction.atomic
    def close(cls, plan, *, name: str, until: date, by, today: date):
        """Freeze every unit's figures up to this day under this name."""
        require(rules.may_close_period(by), gettext("Only Home Affairs closes a period."))
        plan = type(plan).objects.select_for_update(no_key=True).get(pk=plan.pk)  # of two, one waits here
        cls.expect_closable(plan, name=name, until=until, today=today)
        content = as_kept(figures_until(plan, until))
        period = cls.objects.create(
            plan=plan, name=tidy(name), until=until, content=content, sha256=digest(content),
            closed_by=by.user, closed_on=today,
        )  # fmt: skip
        told = {"until": until, "sha256": period.sha256}
        plan._change("period_closed", by=by, today=today, reason=period.name, parts=({}, told))
        return period

    @classmethod
    def expect_closable(cls, plan, *, name: str, until: date, today: date) -> None:
        """Raise Refused or Invalid unless a period may be closed under this name on this day."""
        require(plan.is_issued, gettext("Only an issued plan has periods to close. Record its issue first."))
        faults = {"name": cls._fault_of_name(plan, name), "until": cls._fault_of_day(plan, until, today)}
        if found := {field: fault for field, fault in faults.items() if fault}:
            raise Invalid(found)

    @classmethod
    def _fault_of_name(cls, plan, name: str) -> str:
        if not tidy(name):
            return gettext("Name the period, for example “second half of 2022”.")
        if plan.periods.filter(name=tidy(name)).exists():
            return gettext("A period of this name is closed already. Choose another name.")
        return ""

    @classmethod
    def _fault_of_day(cls, plan, until: date, today: date) -> str:
        if until > today:
            return gettext("The day has not come yet. A period is closed on its last day or later.")
        if until < plan.issued_on:
            return gettext("The plan was issued on %(day)s. Choose that day or a later one.") % {
                "day": day(plan.issued_on)
            }
        earlier = plan.periods.filter(until=until).first()
        if earlier:
            return gettext("“%(name)s” was already closed up to this day.") % {"name": earlier.name}
        return ""
