"""Count the progress of the plans from scratch and keep it under today's date."""

import sys

from django.core.management.base import BaseCommand, CommandError

from plans.models import Plan
from plans.progress.counting import count, roll_up
from plans.progress.nightly import drifted
from tracker.calendar import today


class Command(BaseCommand):
    help = (
        "Count the progress of every plan from scratch, keep it under today's date, and say what had drifted."
    )

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, metavar="Y", help="only the plan of this year, such as 2022")
        parser.add_argument(
            "--check", action="store_true", help="change nothing; exit 1 when something has drifted"
        )

    def handle(self, *, year, check, **options):
        plans, on = _plans(year), today()
        strayed = drifted(plans)
        for plan in plans:
            self._tell(plan, count(plan, on) if check else roll_up(plan, on))
        for each in strayed:
            self.stdout.write(f"drifted: {each}")
        if check and strayed:
            sys.exit(1)

    def _tell(self, plan: Plan, rows) -> None:
        for row in rows:
            if row.dimension == "total":
                words = f"{row.done}/{row.total} done, {row.overdue} overdue"
                self.stdout.write(f"{plan.review.plan_year}: {words}")


def _plans(year: int | None) -> list[Plan]:
    plans = Plan.objects.select_related("review")
    if year is None:
        return list(plans)
    if found := list(plans.filter(review__year=year - 1)):
        return found
    raise CommandError(f"There is no plan of {year}.")
