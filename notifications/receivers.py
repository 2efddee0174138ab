"""The one place that connects the record with the post: what happened rings the bell, and no more.

The event's row is the message. A bell that cannot be rung loses a minute, not a mail.
"""

import logging
import time

from notifications import tasks
from tracker.signals import event_recorded

log = logging.getLogger(__name__)
BELL = "notifications.ring_the_bell"
SILENT_CHANNELS = {"import"}  # imports are not news
REST_SECONDS = 60  # a broker that is silent costs each person who waits seconds: it is left alone for a while


def listen() -> None:
    event_recorded.connect(ring_the_bell, dispatch_uid=BELL)


def ring_the_bell(event, **_) -> None:
    """Ask for a tick soon; the timetable asks every minute anyway."""
    if event.channel in SILENT_CHANNELS or _rest.is_on():
        return
    try:
        tasks.tick.apply_async(expires=tasks.BELL_SECONDS, retry=False)
    except Exception as error:  # a broker that is away must not turn a done deed into an error
        _rest.begin()
        log.warning("the bell of the reminder engine was not rung: %r", error)


class Rest:
    """The time for which a broken bell of this process is left alone."""

    def __init__(self):
        self.ends = 0.0

    def is_on(self) -> bool:
        return time.monotonic() < self.ends

    def begin(self) -> None:
        self.ends = time.monotonic() + REST_SECONDS


_rest = Rest()
