"""Mails that do not get through: how many of a day's, and the people whose address fails again and again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Count, Q
from django.utils.translation import ngettext

from notifications.models import DeliveryAttempt, Envelope
from tracker.models import Membership, User

A_DAY = timedelta(days=1)
IN_A_ROW = 3
ADDRESS_FAILURES = ["refused", "worn_out", "no_address"]  # the others are faults of ours
LOOKED_AT = 2000  # of the latest failures: enough to find whoever fails now
FAILING = """
WITH candidate AS (
    SELECT recipient_id
    FROM (SELECT recipient_id FROM notifications_envelope WHERE state = 'failed'
          ORDER BY id DESC LIMIT %(looked_at)s) latest
    GROUP BY recipient_id HAVING count(*) >= %(in_a_row)s
)
SELECT person.id
FROM candidate JOIN tracker_user person ON person.id = candidate.recipient_id
CROSS JOIN LATERAL (
    SELECT * FROM notifications_envelope mail
    WHERE mail.recipient_id = person.id AND mail.state IN ('sent', 'failed') AND mail.kind <> 'test'
    ORDER BY mail.id DESC LIMIT %(in_a_row)s
) tried
WHERE person.is_active
GROUP BY person.id
HAVING count(*) FILTER (WHERE tried.state = 'failed' AND tried.reason = ANY (%(reasons)s)
                          AND tried.address = person.email) = %(in_a_row)s
ORDER BY person.id
"""


@dataclass(frozen=True)
class Failures:
    """Of the mails that came to an end, how many were not taken."""

    failed: int
    ended: int

    @property
    def percent(self) -> float:
        return 100 * self.failed / self.ended if self.ended else 0.0


def of_a_day(now: datetime) -> Failures:
    """Those tried within the last 24 hours; test mails do not count."""
    tried = DeliveryAttempt.objects.filter(at__gt=now - A_DAY, at__lte=now).values("envelope")
    ended = Envelope.objects.filter(pk__in=tried, state__in=("sent", "failed")).exclude(kind="test")
    return Failures(**ended.aggregate(failed=Count("pk", filter=Q(state="failed")), ended=Count("pk")))


def failing_people() -> list[int]:
    """Whose last three mails all failed at the address they still have."""
    values = {"looked_at": LOOKED_AT, "in_a_row": IN_A_ROW, "reasons": ADDRESS_FAILURES}
    with connection.cursor() as cursor:
        cursor.execute(FAILING, values)
        return [person for (person,) in cursor.fetchall()]


def failing_addresses(today) -> list[dict]:
    """The same people with their units, for the page."""
    found = failing_people()
    people = User.objects.in_bulk(found) if found else {}
    held = Membership.objects.valid_on(today).filter(user__in=found).select_related("unit") if found else ()
    units = {membership.user_id: membership.unit for membership in held}
    return [{"person": person, "unit": units.get(number)} for number, person in people.items()]


def in_words(count: int) -> str:
    return ngettext(
        "%(count)s address failed three times in a row",
        "%(count)s addresses failed three times in a row",
        count,
    ) % {"count": count}
