"""The account of a month: what was owed, what became of it, and how long the mails took; counted by the database."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

MAILS = """
SELECT kind, count(*) AS written, count(*) FILTER (WHERE state = 'sent') AS sent,
       count(*) FILTER (WHERE state = 'failed') AS failed, count(*) FILTER (WHERE state = 'suppressed') AS suppressed,
       count(*) FILTER (WHERE state IN ('queued', 'sending', 'held')) AS waiting,
       coalesce(sum(possible_duplicates), 0) AS doubtful,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - not_before)) AS usual_lag,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - not_before)) AS long_lag,
       count(*) FILTER (WHERE opened_at IS NOT NULL) AS opened
FROM notifications_envelope
WHERE business_date >= %(first)s AND business_date < %(next)s AND kind <> 'test'
GROUP BY GROUPING SETS ((kind), ())
ORDER BY kind NULLS LAST
"""
REMINDERS = """
SELECT rule.code AS kind, count(*) AS planned, count(*) FILTER (WHERE state = 'done') AS done,
       count(*) FILTER (WHERE state = 'suppressed') AS suppressed,
       count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
       count(*) FILTER (WHERE state IN ('planned', 'bound')) AS outstanding
FROM notifications_obligation owed JOIN notifications_reminderrule rule ON rule.id = owed.rule_id
WHERE fire_on >= %(first)s AND fire_on < %(next)s
GROUP BY GROUPING SETS ((rule.code), ())
ORDER BY rule.code NULLS LAST
"""
REASONS = """
SELECT 'mail' AS what, state, reason, count(*) AS many
FROM notifications_envelope
WHERE business_date >= %(first)s AND business_date < %(next)s AND kind <> 'test' AND state IN ('failed', 'suppressed')
GROUP BY state, reason
UNION ALL
SELECT 'reminder', state, reason, count(*)
FROM notifications_obligation
WHERE fire_on >= %(first)s AND fire_on < %(next)s AND state IN ('suppressed', 'cancelled')
GROUP BY state, reason
ORDER BY what, state, many DESC, reason
"""


@dataclass(frozen=True)
class Account:
    """One month in figures: by kind, with the whole as the last row, and by reason."""

    month: date
    mails: list[dict]
    reminders: list[dict]
    reasons: list[dict]

    @classmethod
    def of(cls, month: date) -> "Account":
        """Three statements, however many mails there were."""
        span = {"first": month, "next": following(month)}
        return cls(month, *(_rows(statement, span) for statement in (MAILS, REMINDERS, REASONS)))

    @property
    def is_empty(self) -> bool:
        return not (self.mails[-1]["written"] or self.reminders[-1]["planned"])


def following(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def preceding(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def _rows(statement: str, span: dict) -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute(statement, span)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
