"""The night: every plan is counted from scratch, and compared with what had been counted change by change."""

import logging
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from plans.models import Plan, RollUpRun

from . import past
from .counted import last_day
from .counting import roll_up
from .counting.drift import counted_actions, drift

MOST_NAMED = 50
log = logging.getLogger(__name__)


def count_every_plan(on: date) -> RollUpRun:
    """Count, put right what had drifted, and leave a line that says what it was; run twice it counts once.

    A night that was missed leaves a day without counts; who asks for that day reads it from the history.
    """
    plans = list(Plan.objects.select_related("review"))
    strayed = [name for plan in plans for name in _count(plan, on)]
    if strayed:
        log.warning(
            "the progress had drifted in %s places: %s", len(strayed), ", ".join(strayed[:MOST_NAMED])
        )
    actions = counted_actions(plan.pk for plan in plans)
    return RollUpRun.objects.create(on=on, actions=actions, drifted=len(strayed), drift=strayed[:MOST_NAMED])


def drifted(plans: Iterable[Plan]) -> list[str]:
    """What had been counted wrongly, by the plan's year; changes nothing."""
    years = {plan.pk: plan.review.plan_year for plan in plans}
    return [f"{years[plan]}: {what}" for plan, found in drift(years).items() for what in found]


@transaction.atomic
def _count(plan: Plan, on: date) -> list[str]:
    """The earlier day last counted is put right too, from the history: its rows were counted the same wrong way."""
    found, last = drifted([plan]), last_day(plan)
    roll_up(plan, on)
    if found and last and last < on:
        past.keep(plan, last)
    return found
