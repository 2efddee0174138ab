"""What runs by itself for the plans."""

from celery import shared_task

from plans.models import Plan
from plans.models.snapshot import roll_up
from tracker.calendar import today


@shared_task(name="plans.roll_up")
def roll_up_progress() -> None:
    """Keep today's progress of every plan; run twice it keeps it once."""
    for plan in Plan.objects.all():
        roll_up(plan, today())
