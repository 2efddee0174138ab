"""An Excel file on its way into the unit's submission: brought, checked, and what became of it."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.forms.imports import ConfirmForm, UploadForm
from plans.imports.mending import AT_ONCE, mendings, recoded_count
from plans.imports.names import names_of
from plans.models import ImportJob, Submission
from plans.submissions.parts import where
from tracker import calendar, rules
from tracker.errors import Invalid
from tracker.views.refusals import Attempt
from tracker.views.verb import SeeOther, require_role

from .outcomes import looked_at
from .submissions import find_submission, link

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT = 20
FEW_FIGURES = re.compile(r"[0-9]{1,4}")
PAGES = {
    "checked": "plans/import_check.html",
    "imported": "plans/import_result.html",
    "undone": "plans/import_result.html",
}


def create(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Get the template, bring the filled file; earlier files of the unit are listed."""
    submission = own_submission(request, year, unit)
    form = UploadForm(request, submission)
    request.attempt = Attempt(submission, form, _("Import from Excel"), _("Check the file"), link(submission))
    if form.is_bound and form.is_valid():
        try:
            return _bring(request, submission, form.cleaned_data["file"])
        except Invalid as refusal:
            form.take(refusal)
    jobs = submission.imports.select_related("brought_by", "imported_by", "undone_by")[:KEPT]
    context = {"submission": submission, "form": form, "attempt": request.attempt, "jobs": jobs}
    return render(request, "plans/import_new.html", context, status=422 if form.is_bound else 200)


@require_safe
def show(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """Where the file stands: under way, checked with its faults, imported, undone."""
    job = find_job(request, year, unit, pk)
    looked_at(request, job)
    if job.is_under_way:
        return render(request, "plans/import_progress.html", progress_context(job))
    return render(request, PAGES[job.state], context_of(request, job))


@require_safe
def template(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """The workbook to fill in, with the unit's own weaknesses and lists."""
    submission = own_submission(request, year, unit)
    from plans.imports.template import template_for

    return _workbook(template_for(submission, calendar.today()), f"mau-nhap-{unit.lower()}-{year}")


@require_safe
def faults(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """The file as it was brought, with the faults as comments."""
    job = find_job(request, year, unit, pk)
    from plans.imports.annotated import annotated

    return _workbook(annotated(job), f"{slugify(job.file_name.rpartition('.')[0]) or 'tep'}-loi")


@require_safe
def progress(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """How far a long file is; 286 ends the asking, and the page of the outcome is shown."""
    job = find_job(request, year, unit, pk)
    if job.is_under_way:
        return render(
            request, "plans/_import_progress.html", progress_context(job, request.GET.get("asked", ""))
        )
    return HttpResponse(status=286, headers={"HX-Redirect": link_to(job)})


def own_submission(request: HttpRequest, year: int, unit: str) -> Submission:
    """The submission of the asker's own unit: only those who write it import into it."""
    submission = find_submission(request, year, unit)
    require_role(rules.may_draft_submission(request.actor, submission))
    return submission


def find_job(request: HttpRequest, year: int, unit: str, pk: int) -> ImportJob:
    """The unit's own file; another unit's does not exist for the asker."""
    visible = ImportJob.objects.visible_to(request.actor).select_related(
        "submission__review", "submission__unit", "brought_by", "imported_by", "undone_by"
    )
    return get_object_or_404(visible, pk=pk, submission__review__year=year, submission__unit__code=unit)


def link_to(job: ImportJob) -> str:
    """Where the file is read about."""
    return reverse("import", kwargs=where(job.submission) | {"pk": job.pk})


def context_of(request: HttpRequest, job: ImportJob) -> dict:
    """What the pages of a file show: its faults with their fields, or what it wrote."""
    now = timezone.now()
    context = {"job": job, "submission": job.submission, "place": where(job.submission), "now": now}
    if job.state == "checked":
        names = names_of(job.submission, calendar.today())
        shown = mendings(job, names)
        context |= {"mendings": shown, "hidden": max(0, len(job.faults) - AT_ONCE), "recoded": recoded_count(job),
                    "form": ConfirmForm(request, job) if request.method == "GET" else None}  # fmt: skip
    if job.may_be_undone(now):
        context |= {"may_undo": True, "touched": job.touched()}
    return context


def progress_context(job: ImportJob, asked: str = "") -> dict:
    """Asked every second at first, then every two, then every five."""
    times = int(asked) + 1 if FEW_FIGURES.fullmatch(asked) else 0
    wait = 1 if times < 10 else 2 if times < 30 else 5
    return {"job": job, "submission": job.submission, "place": where(job.submission), "asked": times, "wait": wait,
            "has_stopped": job.has_stopped(timezone.now())}  # fmt: skip


def _bring(request: HttpRequest, submission: Submission, file) -> HttpResponse:
    now = timezone.now()
    job = ImportJob.bring(submission, by=request.actor, now=now, file=file)
    if job.state == "imported":
        messages.warning(request, _("This very file was imported before; nothing was written a second time."))
    else:
        job.begin_check(today=calendar.today(), now=now)
    return SeeOther(link_to(job))


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=EXCEL)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response
