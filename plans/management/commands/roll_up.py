"""Count the progress of every plan from scratch and keep it under today's date."""

from django.core.management.base import BaseCommand

from plans.models import Plan
from plans.models.snapshot import roll_up
from tracker.calendar import today


class Command(BaseCommand):
    help = "Count the progress of every plan from scratch and keep it under today's date."

    def handle(self, **options):
        for plan in Plan.objects.select_related("review"):
            total = roll_up(plan, today())[:1]
            for row in total:
                self.stdout.write(f"{plan.review.year}: {row.done}/{row.total} done, {row.overdue} overdue")
