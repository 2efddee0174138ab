"""Where the work stands on a day: counts of tracked actions, each of which is the number of rows of some filter."""

from datetime import date

from django.db.models import Count, F, Min, Q, QuerySet

from tracker.models.time_status import IS_LATE, IS_OPEN, due_soon, overdue

RESULTS = ("done_on_time", "done_late", "open_in_time", "open_late")
BARS = ("done_on_time", "done_late", "reported", "doing", "returned", "todo", "overdue")


def counts(today: date) -> dict[str, Count]:
    """The counts as aggregates. The parts of a bar exclude one another; due soon lies within those still open."""
    in_time = Q(due_on__gte=today)
    meaning = {
        "total": ~Q(state="dropped"),
        "done": Q(state="done"),
        "done_on_time": Q(state="done") & ~IS_LATE,
        "done_late": Q(state="done") & IS_LATE,
        "reported": Q(state="reported"),
        "doing": Q(state="doing") & in_time,
        "returned": Q(state="returned") & in_time,
        "todo": Q(state="todo") & in_time,
        "overdue": overdue(today),
        "due_soon": due_soon(today),
    }
    return {name: Count("pk", filter=condition) for name, condition in meaning.items()}


def results(today: date) -> dict[str, Q]:
    """The four results that are reported: every tracked action has exactly one, but for those dropped.

    A report that waits for verification is not completed yet, and no longer overdue.
    """
    return {
        "done_on_time": Q(state="done") & ~IS_LATE,
        "done_late": Q(state="done") & IS_LATE,
        "open_in_time": Q(state="reported") | IS_OPEN & Q(due_on__gte=today),
        "open_late": overdue(today),
    }


def result_counts(today: date) -> dict[str, Count]:
    """The four results and their sum as aggregates."""
    counted = {name: Count("pk", filter=condition) for name, condition in results(today).items()}
    return counted | {"total": Count("pk", filter=~Q(state="dropped"))}


def oldest_overdue(today: date) -> Min:
    """The earliest deadline that has passed among what is still to be done."""
    return Min("due_on", filter=overdue(today))


def totals(actions: QuerySet, today: date) -> dict:
    """All tracked actions together, with the day of the oldest report that waits."""
    waiting_since = Min("reported_on", filter=Q(state="reported"))
    return actions.tracked().order_by().aggregate(**counts(today), waiting_since=waiting_since)


def by(field: str, actions: QuerySet, today: date) -> QuerySet:
    """One row for each value of the field, as dictionaries with the key under "which"."""
    grouped = actions.tracked().order_by().annotate(which=F(field)).values("which")
    return grouped.annotate(**counts(today), oldest=oldest_overdue(today))
