"""When to try again: after 1, 5, 15 and then every 60 minutes, spread a little so that not all come at once."""

import random
from datetime import datetime, timedelta

MINUTES = (1, 5, 15, 60)
SETBACKS_ALLOWED = 10


def next_attempt(now: datetime, attempts: int) -> datetime:
    minutes = MINUTES[min(attempts, len(MINUTES)) - 1]
    return now + timedelta(minutes=minutes) * random.uniform(1, 1.2)  # noqa: S311 - spreads load, keeps no secret
