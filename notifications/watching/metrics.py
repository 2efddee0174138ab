"""Figures for Prometheus, read from the database at each scrape: the web runs in several processes, with one book."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily as Gauge

from notifications.models import Envelope, Obligation

from . import failures, figures
from .signs import Signs

NEVER = -1


def written_out(now: datetime) -> bytes:
    """All figures at this moment, in the format Prometheus reads."""
    registry = CollectorRegistry()
    registry.register(Books(now))
    return generate_latest(registry)


class Books:
    """Collects the figures when it is asked; nothing is kept between two scrapes."""

    def __init__(self, now: datetime):
        self.now = now

    def collect(self) -> Iterable[Gauge]:
        signs = Signs.at(self.now)
        yield from _counts()
        yield from _of_a_day(self.now)
        yield from _turning(signs)
        yield from _alarming(signs)


def _counts() -> Iterable[Gauge]:
    mails, reminders = figures.by_state(Envelope), figures.by_state(Obligation)
    yield _by("state", "reminders_envelopes", "E-mails; sent and suppressed may be estimates.", mails)
    ended = "Reminders owed; done, suppressed and cancelled may be estimates."
    yield _by("state", "reminders_obligations", ended, reminders)
    copies = "Copies that may have arrived once more, ever."
    yield _one("reminders_possible_duplicates", copies, figures.possible_duplicates())


def _of_a_day(now: datetime) -> Iterable[Gauge]:
    tried = "Attempts to hand a mail in, of the last 24 hours."
    yield _by("outcome", "reminders_attempts_24h", tried, figures.attempts_of_a_day(now))
    failed = failures.of_a_day(now).failed
    yield _one("reminders_failures_24h", "E-mails tried within 24 hours that failed for good.", failed)


def _turning(signs: Signs) -> Iterable[Gauge]:
    """How long ago the engine was turned, and how far its plan reaches."""
    ages = {driver: (signs.now - at).total_seconds() for driver, at in signs.ticks.items()}
    yield _by("driver", "reminders_last_tick_age_seconds", "Since the engine was last turned.", ages)
    behind = (localdate(signs.now) - signs.last_planned).days if signs.last_planned else NEVER
    last = "Days since the last planned business date; -1 when there is none."
    yield _one("reminders_planner_days_behind", last, behind)
    missed = "Working days of the last month without a plan."
    yield _one("reminders_unplanned_days", missed, len(signs.unplanned))


def _alarming(signs: Signs) -> Iterable[Gauge]:
    age = (signs.now - signs.oldest_due).total_seconds() if signs.oldest_due else 0
    yield _one("reminders_oldest_due_age_seconds", "Age of the oldest mail that is due and not sent.", age)
    yield _one("reminders_held", "1 while sending is held.", int(bool(signs.held_since)))
    places = "Places in which the books disagree with the history."
    yield _one("reminders_open_discrepancies", places, signs.disagreements)


def _by(label: str, name: str, meaning: str, counted: dict[str, float]) -> Gauge:
    family = Gauge(name, meaning, labels=[label])
    for value, figure in sorted(counted.items()):
        family.add_metric([value], float(figure))
    return family


def _one(name: str, meaning: str, figure: float) -> Gauge:
    return Gauge(name, meaning, value=float(figure))
