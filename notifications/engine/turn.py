"""One turn of the engine for a given moment."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from notifications.models import Tick

from . import bind, deliver, listen, plan
from .deliver import Clock
from .held import is_held
from .post import Post


def tick(
    now: datetime,
    *,
    driver: str,
    post: Post | None = None,
    clock: Clock | None = None,
    call_for_help: Callable[[], None] | None = None,
) -> Counter:
    """Listen, plan, bind and send all that is owed at this moment; any number may run at once.

    The mails go to the given post, else to the one this site is configured for. The clock tells the moment of
    each delivery; a turn that is lived through later stands still. Help is called for once, when the queue is long.
    Returns how many events were heard, dates planned, and mails sent, delayed or failed, by name.
    """
    outcomes = Counter(heard=listen.to_news(now), dates=plan.catch_up(now))
    plan.tell_failures(now)
    plan.tell_jobs(now)
    bind.everything_due(now)
    if not is_held(now):
        outcomes += deliver.everything_queued(clock or (lambda: now), post, call_for_help)
    Tick.objects.seen(driver, now)
    return outcomes
