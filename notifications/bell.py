"""The bell of the reminder engine: asks a worker for a turn soon. It carries nothing, so it may be lost or doubled."""

import logging
import time

from celery import current_app

log = logging.getLogger(__name__)
TICK = "notifications.tick"
KEEPS_SECONDS = 55  # the timetable rings every minute anyway
REST_SECONDS = 60  # a broker that is silent costs each person who waits seconds: it is left alone for a while


class Bell:
    """Rung by this process; after it could not be rung it is left alone for a while."""

    def __init__(self):
        self.rests_until = 0.0

    def ring(self) -> None:
        """Ask for a turn; a broker that is away loses a minute, not a mail, and turns no done deed into an error."""
        if time.monotonic() < self.rests_until:
            return
        try:
            current_app.send_task(TICK, expires=KEEPS_SECONDS, retry=False)
        except Exception as error:  # whatever the broker's library stumbles over
            self.rests_until = time.monotonic() + REST_SECONDS
            log.warning("the bell of the reminder engine was not rung: %r", error)


bell = Bell()
