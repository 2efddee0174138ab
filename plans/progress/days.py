"""Which days can be asked for, and those that an office asks for most."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

ONE_DAY = timedelta(days=1)
MONTHS_A_QUARTER = 3


def first_day(plan) -> date:
    """There is no progress before the issue; a draft is looked at from the conference on."""
    return plan.issued_on or plan.review.conference_on


def to_look_at(plan, today: date) -> list[tuple[str, date]]:
    """Today, the ends of the last month and quarter, and the days of the closed periods: each day once."""
    closed = [(period.name, period.until) for period in plan.periods.order_by("-until")]
    wanted = [(_("today"), today), *closed, *_ends_before(today)]
    known = {day: words for words, day in reversed(wanted) if first_day(plan) <= day <= today}
    return [(words, day) for day, words in sorted(known.items(), reverse=True)]


def to_compare_with(plan, on: date) -> list[tuple[str, date]]:
    """Earlier days that say what moved."""
    wanted = [(_("a week before"), on - timedelta(days=7)), *_ends_before(on)]
    known = {day: words for words, day in reversed(wanted) if first_day(plan) <= day < on}
    return [(words, day) for day, words in sorted(known.items(), reverse=True)]


def _ends_before(day: date) -> list[tuple[str, date]]:
    month = day.replace(day=1) - ONE_DAY
    in_quarter = (day.month - 1) % MONTHS_A_QUARTER
    quarter = day.replace(month=day.month - in_quarter, day=1) - ONE_DAY
    return [(_("end of last month"), month), (_("end of last quarter"), quarter)]
