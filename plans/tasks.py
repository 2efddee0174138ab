"""What runs by itself for the plans."""

from celery import shared_task
from django.utils import timezone, translation

from plans.models import ImportJob, Plan
from plans.models.import_progress import progress_of
from plans.models.snapshot import roll_up
from tracker.calendar import today
from tracker.errors import Invalid, Refused
from tracker.models import Actor


@shared_task(name="plans.roll_up")
def roll_up_progress() -> None:
    """Keep today's progress of every plan; run twice it keeps it once."""
    for plan in Plan.objects.all():
        roll_up(plan, today())


@shared_task(name="plans.check_import")
def check_import(pk: int) -> None:
    """Check a long file; one that was checked already is left as it is."""
    job = ImportJob.objects.get(pk=pk)
    if job.state == "checking":
        with progress_of(job) as tell:
            job.examine(today=today(), now=timezone.now(), tell=tell)


@shared_task(name="plans.write_import")
def write_import(pk: int) -> None:
    """Write a long file for whoever confirmed it; when the rules say no, the page tells why."""
    job = ImportJob.objects.select_related("imported_by").get(pk=pk)
    if job.state != "writing":
        return
    by = Actor.of(job.imported_by, today=today(), channel="import")
    with progress_of(job) as tell, translation.override(job.imported_by.language):
        try:
            job.write(by=by, today=today(), now=timezone.now(), tell=tell)
        except (Refused, Invalid) as refusal:
            job.refresh_from_db()
            job.give_up(str(refusal), timezone.now())
