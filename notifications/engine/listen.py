"""Listening: events of the history nobody has been told of become obligations, and count as handled.

Both in one transaction, so an event is neither forgotten nor told twice, whoever dies when.
"""

from datetime import date, datetime

from django.db import connection
from django.utils.timezone import localdate

from notifications.models import PlannerRun

from .ledger import open_ledger
from .plan import plan_again
from .statements import execute

BATCH = 2000

UNHEARD = """
SELECT event.id, event.subject_id FROM tracker_event event
WHERE event.id > (SELECT event_id FROM notifications_eventfloor)
  AND NOT EXISTS (SELECT FROM notifications_handledevent handled WHERE handled.event_id = event.id)
ORDER BY event.id LIMIT %s
"""
REMEMBER = (
    "INSERT INTO notifications_handledevent (event_id) SELECT unnest(%s::bigint[]) ON CONFLICT DO NOTHING"
)


def to_news(now: datetime) -> int:
    """Turn every new event into what it makes us owe; returns how many events were heard."""
    heard = 0
    while batch := _listen_once(localdate(now)):
        heard += batch
    execute("raise_floor")
    return heard


def _listen_once(today: date) -> int:
    with open_ledger():
        if not (unheard := _unheard()):
            return 0
        events = [event for event, _ in unheard]
        execute(
            "listen", "heard", "people", "happened", "news_wanted", "addressed", events=events, today=today
        )
        if PlannerRun.objects.filter(business_date=today).exists():
            plan_again(today, sorted({thing for _, thing in unheard}))
        _remember(events)
        return len(events)


def _unheard() -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(UNHEARD, [BATCH])
        return cursor.fetchall()


def _remember(events: list[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER, [events])
