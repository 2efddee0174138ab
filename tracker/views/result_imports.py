"""Results of a year out of Excel: the template, the check of a filled file, and the confirmation that writes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tracker import rules
from tracker.errors import Invalid
from tracker.forms.result_imports import ResultsConfirmForm, ResultsUploadForm, unpacked
from tracker.models import Review
from tracker.results.columns import SHEETS
from tracker.results.importing import Faulty, try_out, write
from tracker.results.reading import read

from .indices import find_results
from .refusals import Attempt
from .verb import answer, require_role, who

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def create(request: HttpRequest, year: int) -> HttpResponse:
    """Get the template; bring the filled file and read what it would write, or what is wrong with it."""
    review = _to_write(request, year)
    form = ResultsUploadForm(request, review)
    request.attempt = Attempt(review, form, _("Import from Excel"), _("Check the file"), _link(review))
    if form.is_bound and form.is_valid():
        try:
            return _check(request, review, form.cleaned_data["file"])
        except Invalid as refusal:
            form.take(refusal)
    context = {"review": review, "form": form, "attempt": request.attempt}
    return render(request, "tracker/results_import.html", context, status=422 if form.is_bound else 200)


@require_POST
def confirm(request: HttpRequest, year: int) -> HttpResponse:
    """Write what was checked: all of it or nothing, and only once."""
    review = _to_write(request, year)
    form = ResultsConfirmForm(request, review)
    return answer(
        request, form, lambda version, rows: _write(request, review, rows, version),
        title=_("Import results of %(year)s") % {"year": year}, submit=_("Import once more"),
        done=_("The results of the file are written."), back=_link(review),
    )  # fmt: skip


@require_safe
def template(request: HttpRequest, year: int) -> HttpResponse:
    """The workbook of the year, with what is known already."""
    from tracker.results.template import template_for

    response = HttpResponse(template_for(_to_write(request, year)), content_type=EXCEL)
    response["Content-Disposition"] = f'attachment; filename="mau-ket-qua-{year}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response


def _check(request, review: Review, file) -> HttpResponse:
    raw = read(file)
    outcome = try_out(review, raw, **who(request))
    sheets = [(sheet.title, outcome.new[sheet.key]) for sheet in SHEETS if outcome.new.get(sheet.key)]
    context = {"review": review, "outcome": outcome, "sheets": sheets, "file_name": file.name}
    if outcome.changes and not outcome.faults:
        submit = ngettext("Import %d row", "Import %d rows", outcome.changes) % outcome.changes
        context["confirmation"] = ResultsConfirmForm.of(request, review, raw, outcome.version)
        context["submit"] = submit
    status = 422 if outcome.faults else 200
    return render(request, "tracker/results_import_check.html", context, status=status)


def _write(request, review: Review, rows: str, version: int) -> None:
    try:
        write(review, unpacked(review, rows), version=version, **who(request))
    except Faulty as refusal:
        first = refusal.faults[0]
        words = _("%(sheet)s, row %(row)s, %(column)s: %(words)s Bring the file again to see everything.")
        raise Invalid({"rows": words % vars(first)}) from None


def _to_write(request, year: int) -> Review:
    review = find_results(request, year)
    require_role(rules.may_write_results(request.actor))
    return review


def _link(review: Review) -> str:
    return f"{reverse('indices')}?year={review.year}"
