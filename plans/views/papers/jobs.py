"""A paper that was asked for: how far it is, and the finished file."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plans.models import PaperJob
from plans.papers.access import expect_may_have
from tracker import calendar, reading_log
from tracker.errors import require
from tracker.stored_files import saved
from tracker.views.verb import SeeOther

from ..outcomes import looked_at

FEW_FIGURES = re.compile(r"[0-9]{1,4}")


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the paper stands: waiting, being written, ready to be fetched, failed, or gone after its day."""
    return render(request, "plans/papers/paper_job.html", _context(_look(request, pk)))


@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the page that changes; it asks again by itself until the paper is ready."""
    context = _context(_look(request, pk), request.GET.get("asked", ""))
    return render(request, "plans/papers/_job.html", context)


@require_POST
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Write now what the worker has not written."""
    job = _find(request, pk)
    job.build(today=calendar.today(), now=timezone.now())
    return SeeOther(link_to(job))


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The file, for whoever may still have it: always saved, never run by the browser."""
    job = _look(request, pk)
    expect_may_have(request.actor, job.kind, job.subject)
    require(
        job.has_file(timezone.now()),
        _("The file is no longer there: it is kept for 24 hours. Write it again."),
    )
    gone = _("The file is no longer in the store. Write the paper again.")
    response = saved(job.file, job.file_name, gone)
    reading_log.paper_taken(job, request.actor)
    return response


def link_to(job: PaperJob) -> str:
    """Where the paper is read about."""
    return reverse("paper-job", kwargs={"pk": job.pk})


def _look(request: HttpRequest, pk: int) -> PaperJob:
    """Whoever started it has now seen what came of it, and need not be told by mail."""
    job = _find(request, pk)
    looked_at(request, job)
    return job


def _find(request: HttpRequest, pk: int) -> PaperJob:
    """A paper the asker may see; another unit's does not exist for him."""
    visible = PaperJob.objects.visible_to(request.actor)
    return get_object_or_404(
        visible.select_related("review", "submission__unit", "amendment", "plan_version", "asked_by"), pk=pk
    )


def _context(job: PaperJob, asked: str = "") -> dict:
    """Asked every second at first, then every two, then every five."""
    now, times = timezone.now(), int(asked) + 1 if FEW_FIGURES.fullmatch(asked) else 0
    wait = 1 if times < 10 else 2 if times < 30 else 5
    return {"job": job, "has_file": job.has_file(now), "has_stopped": job.has_stopped(now), "asked": times,
            "wait": wait, "again": job.asked_for()}  # fmt: skip
