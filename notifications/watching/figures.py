"""Counts for the metrics. What is still open is counted exactly; what ended may be millions of rows.

Above a hundred thousand rows the ended ones are the database's own estimate, so that a scrape costs milliseconds.
"""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Count, Sum

from notifications.models import DeliveryAttempt, Envelope, Obligation

A_DAY = timedelta(days=1)
COUNTED_UP_TO = 100_000
OPEN = {Envelope: ["queued", "sending", "held", "failed"], Obligation: ["planned", "bound"]}
ENDED = {Envelope: ["sent", "suppressed"], Obligation: ["done", "suppressed", "cancelled"]}
SIZE = "SELECT reltuples FROM pg_class WHERE oid = %s::regclass"
ESTIMATES = """
SELECT value, round(size.reltuples * share)
FROM pg_class size, pg_stats known,
     unnest(known.most_common_vals::text::text[], known.most_common_freqs) AS had(value, share)
WHERE size.oid = %(table)s::regclass AND known.schemaname = current_schema() AND known.tablename = %(table)s
  AND known.attname = 'state' AND value = ANY (%(states)s)
"""


def by_state(model) -> dict[str, float]:
    """How many mails, or obligations, stand in each state."""
    table, open_states, ended = model._meta.db_table, OPEN[model], ENDED[model]
    [(size,)] = _read(SIZE, [table])
    if size < COUNTED_UP_TO:
        return _counted(model, [*open_states, *ended])
    estimated = _read(ESTIMATES, {"table": table, "states": ended})
    return _counted(model, open_states) | dict.fromkeys(ended, 0) | dict(estimated)


def attempts_of_a_day(now: datetime) -> dict[str, int]:
    """How the attempts of the last 24 hours ended."""
    tried = DeliveryAttempt.objects.filter(at__gt=now - A_DAY, at__lte=now)
    return _tally(tried, "outcome")


def possible_duplicates() -> int:
    """Copies that may have arrived once more, ever."""
    doubtful = Envelope.objects.filter(possible_duplicates__gt=0)
    return doubtful.aggregate(copies=Sum("possible_duplicates"))["copies"] or 0


def _counted(model, states: list[str]) -> dict[str, float]:
    return dict.fromkeys(states, 0) | _tally(model.objects.filter(state__in=states), "state")


def _tally(rows, column: str) -> dict[str, int]:
    return dict(rows.order_by().values_list(column).annotate(Count("pk")))


def _read(statement: str, values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
