"""What runs by itself for the plans."""

from celery import shared_task
from django.utils import timezone, translation

from plans.models import ImportJob, PaperJob
from plans.models.imports.bell import ring
from plans.models.imports.progress import progress_of
from plans.models.papers import progress as paper_progress
from plans.progress.nightly import count_every_plan
from tracker.calendar import today
from tracker.errors import Invalid, Refused
from tracker.models import Actor


@shared_task(name="plans.roll_up")
def roll_up_progress() -> None:
    """Keep today's progress of every plan, and put right what had been counted wrongly."""
    count_every_plan(today())


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


@shared_task(name="plans.write_paper")
def write_paper(pk: int) -> None:
    """Write the paper that somebody asked for; one that is written already stays as it is."""
    job, now = PaperJob.objects.select_related("asked_by").get(pk=pk), timezone.now()
    if not job.is_under_way:
        return
    with translation.override(job.asked_by.language):
        if job.ends_its_writers(now):
            job.stop_trying(now)
            return
        with paper_progress.progress_of(job) as tell:
            job.build(today=today(), now=now, tell=tell)


@shared_task(name="plans.go_on_with_papers")
def go_on_with_papers() -> None:
    """Papers that a dead worker left lying, or that no worker was called for, are written after all."""
    for job in PaperJob.objects.left_lying(timezone.now()):
        ring("plans.write_paper", job.pk)


@shared_task(name="plans.forget_papers")
def forget_papers() -> None:
    """Papers are fetched within a day; then their files go."""
    PaperJob.objects.forget_files(timezone.now())
