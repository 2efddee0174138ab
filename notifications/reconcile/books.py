"""Comparing: the steps of the comparison in their order, each a file of SQL, and what is kept of it."""

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils.timezone import localdate

from notifications.models import Discrepancy, Reconciliation

from . import calendars

FOLDER = Path(__file__).parent / "sql"
STEPS = (
    "runs",
    "things",
    "standing",
    "registers",
    "counted",
    "news",
    "ledger",
    "people",
    "found",
    "open",
    "settle",
)
LOCK = 0xBA1A7CE  # "balance": two comparisons at once would only do the same work twice
DAYS = timedelta(days=14)
SLACK = timedelta(hours=1)  # a long transaction, or two clocks that differ
PATIENCE = 31  # days; news heard later than that is not judged


def compare(now: datetime) -> Reconciliation:
    """Open a discrepancy for each miss and surplus of the last 14 days, and settle those that are no more.

    The same number of statements however large the ledger is; nothing but the two tables of results is written.
    """
    today = localdate(now)
    values = _values(today)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        for step in STEPS:
            cursor.execute(_text(step), values)
        cursor.execute(_text("count"))
        expected, missing, surplus = cursor.fetchone()
        cursor.execute(_text("close"))
        return Reconciliation.objects.create(
            first_day=today - DAYS, last_day=today, expected=expected, missing=missing, surplus=surplus
        )


def open_discrepancies() -> int:
    """How many misses and surpluses stand unsettled; more than none is an alarm."""
    return Discrepancy.objects.current().count()


def last_run() -> datetime | None:
    """When the books were last compared, or None when they never were."""
    return Reconciliation.objects.values_list("at", flat=True).first()


def _values(today: date) -> dict:
    return {
        "first_day": today - DAYS,
        "last_day": today,
        "slack": SLACK,
        "patience": PATIENCE,
        "zone": settings.TIME_ZONE,
        "longest": calendars.LONGEST.days,
    } | calendars.as_values(today, today - DAYS)


@cache
def _text(step: str) -> str:
    return (FOLDER / f"{step}.sql").read_text()
