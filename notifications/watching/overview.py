"""How the sending goes, as the head of the log says it: in words and figures, with whoever cannot be reached."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from notifications.models import Envelope
from notifications.wording import driver_in_words, mail_server_in_words

from . import failures, health
from .failures import Failures
from .signs import Signs


@dataclass(frozen=True)
class Watch:
    """One look at the whole."""

    signs: Signs
    health: dict
    queue: int
    failures: Failures
    failing: list[dict]

    @classmethod
    def at(cls, now: datetime) -> "Watch":
        """A constant number of statements, however long the log is."""
        signs = Signs.at(now)
        queue = Envelope.objects.filter(state__in=("queued", "sending", "held"), not_before__lte=now).count()
        failing = failures.failing_addresses(localdate(now))
        return cls(signs, health.report_on(signs), queue, failures.of_a_day(now), failing)

    @property
    def drivers(self) -> list[tuple[str, datetime]]:
        return [(driver_in_words(driver), at) for driver, at in self.signs.ticks.items()]

    @property
    def server(self) -> str:
        return mail_server_in_words()
