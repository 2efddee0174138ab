"""Claiming: one sender at a time holds an e-mail, under a lease that runs out if the sender dies."""

from datetime import datetime, timedelta
from uuid import uuid4

from notifications.models import Envelope

from .statements import statement

LEASE = timedelta(minutes=5)  # longer than a tick works, connecting and sending included


def claim(now: datetime) -> Envelope | None:
    """The next e-mail that is due, now ours, or None. Committed before anything is sent."""
    values = {"now": now, "token": uuid4(), "lease_until": now + LEASE}
    return next(iter(Envelope.objects.raw(statement("claim"), values)), None)
