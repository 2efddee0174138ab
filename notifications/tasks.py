"""Tasks are doors: they read the clock and go in."""

from celery import shared_task
from django.utils import timezone

from notifications import engine

BELL_SECONDS = 55


@shared_task(name="notifications.tick")
def tick(driver: str = "bell") -> dict[str, int]:
    """One turn of the reminder engine, now."""
    return dict(engine.tick(timezone.now(), driver=driver))
