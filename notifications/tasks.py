"""Tasks are doors: they read the clock and go in."""

from celery import shared_task
from django.utils import timezone

from notifications import engine, reconcile
from notifications.bell import TICK, bell


@shared_task(name=TICK)
def tick(driver: str = "bell") -> dict[str, int]:
    """One turn of the reminder engine, now; a long queue calls another worker to help."""
    return dict(engine.tick(timezone.now(), driver=driver, clock=timezone.now, call_for_help=bell.ring))


@shared_task(name="notifications.reconcile")
def compare_books() -> int:
    """Compare the ledger with the history, now; returns how many discrepancies stand open."""
    reconcile.compare(timezone.now())
    return reconcile.open_discrepancies()
