"""When to try again: by the site's ladder, spread a little so that not all come at once."""

import random
from datetime import datetime, timedelta

from django.conf import settings


def next_attempt(now: datetime, attempts: int) -> datetime:
    """The moment of the next try after so many; past its last rung the ladder stays there."""
    rungs = settings.REMINDERS_LADDER_SECONDS
    wait = timedelta(seconds=rungs[min(attempts, len(rungs)) - 1])
    return now + wait * random.uniform(1, 1.2)  # noqa: S311 - spreads load, keeps no secret
