"""The four results by group, by unit and by index; each number is the length of a list that can be opened."""

from datetime import date

from django.db.models import Count, F, Min, Q, QuerySet

from tracker import standing
from tracker.models import Index, Unit, UnitGroup
from tracker.models.time_status import overdue


def totals(actions: QuerySet, today: date) -> dict:
    """All tracked actions together, and beside them how many are no longer applicable."""
    dropped = Count("pk", filter=Q(state="dropped"))
    return actions.tracked().order_by().aggregate(**standing.result_counts(today), dropped=dropped)


def by_group(actions: QuerySet, today: date) -> list[dict]:
    """In the order of the groups; bodies outside them come last."""
    return _in_order(_counted("lead_unit__group", actions, today), UnitGroup.objects.all(), "group")


def by_index(actions: QuerySet, today: date) -> list[dict]:
    return _in_order(_counted("weakness__index", actions, today), Index.objects.all(), "index")


def by_unit(actions: QuerySet, today: date) -> list[dict]:
    """The units with the most overdue first."""
    counted = _counted("lead_unit", actions, today)
    rows = _in_order(counted, Unit.objects.filter(pk__in=counted).select_related("group"), "unit")
    return sorted(rows, key=lambda row: -row["open_late"])


def _counted(field: str, actions: QuerySet, today: date) -> dict:
    """By what the field holds the four results, and the day of the oldest deadline that has passed."""
    grouped = actions.tracked().order_by().annotate(which=F(field)).values("which")
    oldest = Min("due_on", filter=overdue(today))
    rows = grouped.annotate(**standing.result_counts(today), oldest=oldest).filter(total__gt=0)
    return {row["which"]: row for row in rows}


def _in_order(counted: dict, things, parameter: str) -> list[dict]:
    rows = [
        counted[thing.pk] | {"thing": thing, "query": f"{parameter}={thing.code}"}
        for thing in things
        if thing.pk in counted
    ]
    outside = [counted[None] | {"thing": None, "query": f"{parameter}=null"}] if None in counted else []
    return rows + outside
