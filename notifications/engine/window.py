"""The stretch of the working calendar that a plan counts in, as arrays the database can join."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from notifications.models.rule_numbers import FURTHEST
from tracker.calendar import WorkingCalendar, days_between

LONGEST_WINDOW = timedelta(days=3660)
MARGIN = timedelta(days=45)  # longer than any run of days off, so that a shifted date stays inside

EXTREMES = """
SELECT least(
           (SELECT min(due_on) FROM tracker_action
            WHERE accepted_on IS NOT NULL AND state IN ('todo', 'doing', 'returned')),
           (SELECT min(coalesce(greatest(progress_on, starts_on), accepted_on)) FROM tracker_action
            WHERE accepted_on IS NOT NULL AND state = 'doing'),
           (SELECT min(reported_on) FROM tracker_action WHERE state = 'reported'),
           (SELECT min(asked_on) FROM tracker_extensionrequest WHERE state = 'pending'),
           (SELECT min(submitted_on) FROM plans_submission WHERE state = 'submitted'),
           (SELECT min(coalesce(submission.due_on, review.submissions_due_on))
            FROM plans_submission submission JOIN tracker_review review ON review.id = submission.review_id
            WHERE review.state IN ('open', 'consolidating')
              AND submission.state IN ('not_started', 'draft', 'head_review', 'returned'))),
       (SELECT min(value) FROM notifications_reminderrule, unnest(offsets) AS value
        WHERE value >= -%(furthest)s AND coalesce(valid_to, 'infinity') >= %(today)s)
"""


@dataclass(frozen=True)
class Window:
    """All days from the oldest date anything open counts from to the furthest one that can already matter."""

    first_day: date
    horizon: date
    days: list[date]
    numbers: list[int]

    @classmethod
    def around(cls, today: date, calendar: WorkingCalendar) -> "Window":
        """Two statements, however many actions there are."""
        oldest, lead = _extremes(today)
        horizon = today + MARGIN + timedelta(days=2 * max(0, -(lead or 0)))
        first_day = max(min(oldest or today, today) - MARGIN, today - LONGEST_WINDOW)
        days = list(days_between(first_day, horizon + MARGIN))
        return cls(first_day, horizon, days, _numbers(days, calendar))

    def as_values(self) -> dict:
        return {
            "first_day": self.first_day,
            "horizon": self.horizon,
            "days": self.days,
            "numbers": self.numbers,
        }


def _extremes(today: date) -> tuple[date | None, int | None]:
    with connection.cursor() as cursor:
        cursor.execute(EXTREMES, {"furthest": FURTHEST, "today": today})
        return cursor.fetchone()


def _numbers(days: list[date], calendar: WorkingCalendar) -> list[int]:
    """For each day how many working days of the window lie up to and including it."""
    numbers, number = [], 0
    for day in days:
        number += calendar.is_working_day(day)
        numbers.append(number)
    return numbers
