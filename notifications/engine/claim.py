"""Claiming: one sender at a time holds an e-mail, under a lease that runs out if the sender dies.

A sender takes a few mails to prepare them; it marks each as being sent only when it opens its mouth. A mail
whose sender died while it was only being prepared was certainly not sent; one that was being sent may have arrived.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings

from notifications.models import Envelope

from .statements import returned

AT_ONCE = 50  # enough to share the cost of re-checking, few enough to be told while it is still true


def lease() -> timedelta:
    """Longer than a mail server may take to answer for one mail."""
    return timedelta(seconds=settings.REMINDERS_LEASE_SECONDS)


def take(now: datetime, at_most: int = AT_ONCE) -> list[Envelope]:
    """The next mails that are due, in their order, now ours to prepare. Committed before they are looked at."""
    values = {"now": now, "token": uuid4(), "lease_until": now + lease(), "at_most": at_most}
    taken = [number for (number,) in returned("claim", **values)]
    mails = Envelope.objects.filter(pk__in=taken, lease_token=values["token"])
    return list(mails.select_related("recipient").defer("text", "html").order_by("next_attempt_at", "pk"))


def give_back(token: UUID) -> None:
    """What was taken and not begun is free for the next sender."""
    untouched = Envelope.objects.filter(lease_token=token, state="queued")
    untouched.update(lease_token=None, lease_until=None)
