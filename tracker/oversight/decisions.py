"""What leadership has to speak on: units late for long, and work that is late although more time was refused."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import QuerySet

from tracker.models import ExtensionRequest

VERY_LATE = timedelta(days=15)


def late_units(actions: QuerySet, rows: list[dict], today: date) -> list[dict]:
    """The units of these rows with something overdue for 15 days or more, the longest first."""
    latest = today - VERY_LATE
    late = [row for row in rows if row["oldest"] and row["oldest"] <= latest]
    counts = _counts(actions.overdue(today).filter(due_on__lte=latest))
    query = f"time=overdue&due_to={latest}"
    found = [row | {"late": counts[row["which"]], "query": f"{row['query']}&{query}"} for row in late]
    return sorted(found, key=lambda row: row["oldest"])


def refused(actions: QuerySet, today: date) -> int:
    """Overdue actions of which Home Affairs has refused a later date."""
    requests = ExtensionRequest.objects.filter(state="refused").order_by()
    return actions.overdue(today).filter(pk__in=requests.values("action")).count()


def _counts(late: QuerySet) -> Counter:
    return Counter(late.order_by().values_list("lead_unit", flat=True))
