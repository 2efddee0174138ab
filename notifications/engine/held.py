"""Whether sending is held; a database that was restored or moved holds by itself, because it may have sent since."""

from datetime import datetime

from django.utils.timezone import localdate

from notifications.models import Hold, KnownDatabase
from tracker.models import Actor

from .ledger import open_ledger

RESTORED = Hold.Cause.RESTORED


def is_held(now: datetime) -> bool:
    """Whether nothing may leave now; what was queued since the hold began is then held as well."""
    with open_ledger():
        hold = Hold.objects.current()
        if hold is None and not KnownDatabase.is_the_same():
            hold = Hold.objects.begin(by=Actor.system("reminders"), today=localdate(now), cause=RESTORED)
        if hold:
            hold.take_in(now)
        return hold is not None
