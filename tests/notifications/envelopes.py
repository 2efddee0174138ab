"""Mails for tests that look at them, without the days that led to them."""

from datetime import datetime, timedelta
from itertools import count

from notifications.models import Envelope

numbers = count(1)


def waiting(recipient, since: datetime, kind: str = "action-assigned", **fields) -> Envelope:
    """A mail that has been due since then."""
    return Envelope.objects.create(
        recipient=recipient, address=recipient.email, kind=kind, business_date=since.date(), created_at=since,
        not_before=since, next_attempt_at=since, not_after=since + timedelta(days=30),
        message_id=f"<{next(numbers)}@test>", **fields,
    )  # fmt: skip
