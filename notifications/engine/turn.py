"""One turn of the engine for a given moment."""

from collections import Counter
from datetime import datetime

from notifications.models import Tick

from . import bind, deliver, listen, plan
from .post import Post


def tick(now: datetime, *, driver: str, post: Post | None = None) -> Counter:
    """Listen, plan, bind and send all that is owed at this moment; any number may run at once.

    The mails go to the given post, else to the one this site is configured for.
    Returns how many events were heard, dates planned, and mails sent, delayed or failed, by name.
    """
    outcomes = Counter(heard=listen.to_news(now), dates=plan.catch_up(now))
    bind.everything_due(now)
    outcomes += deliver.everything_queued(now, post)
    Tick.objects.update_or_create(driver=driver, defaults={"last_at": now})
    return outcomes
