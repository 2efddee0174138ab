"""The steps of an import: mend, go on, confirm, undo."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plans.forms.imports import ConfirmForm, cells_of
from tracker.forms.actions import EmptyForm
from tracker.views.verb import SeeOther, answer, ask, who

from .imports import context_of, find_job, link_to


@require_POST
def mend(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """Put the mended cells into the file and check it again, or turn old encodings into Unicode."""
    job = find_job(request, year, unit, pk)
    moment = {**who(request), "now": timezone.now()}
    if request.POST.get("do") == "convert":
        job.convert(**moment)
    else:
        job.mend(**moment, cells=cells_of(request.POST))
    return SeeOther(link_to(job))


@require_POST
def go_on(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """Do now what the worker has not done."""
    job = find_job(request, year, unit, pk)
    job.go_on(**who(request), now=timezone.now())
    return SeeOther(link_to(job))


def confirm(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """Import what was checked: only now something is written."""
    job = find_job(request, year, unit, pk)
    if request.method != "POST" or job.state in ("writing", "imported"):
        return SeeOther(link_to(job))
    form = ConfirmForm(request, job)
    return answer(
        request, form, lambda **words: job.confirm(**words, **who(request), now=timezone.now()),
        title=_("Import “%(file)s”") % {"file": job.file_name}, submit=_("Import"), done=_done(job),
        back=link_to(job), template="plans/import_check.html", **_shown(request, job),
    )  # fmt: skip


def undo(request: HttpRequest, year: int, unit: str, pk: int) -> HttpResponse:
    """Take the whole import back, after a look at what goes."""
    job = find_job(request, year, unit, pk)
    ask(request, lambda actor, job: job.may_be_undone(timezone.now()), job)
    return answer(
        request, EmptyForm(request, job),
        lambda version: job.undo(version=version, **who(request), now=timezone.now()),
        title=_("Undo the whole import"), submit=_("Undo the import"),
        done=_("The import is undone. What stood there before stands there again."), back=link_to(job),
        explain=_what_goes(job.counts),
    )  # fmt: skip


def _done(job) -> str:
    if job.is_long:
        return _("The import has begun.")
    return _("The file is imported. Look through what was written, then send the submission to the head.")


def _shown(request, job) -> dict:
    """The page of the check again, should the import be refused; the form is the one that was sent."""
    return {name: value for name, value in context_of(request, job).items() if name != "form"}


def _what_goes(counts: dict) -> str:
    actions = ngettext("%(count)s measure", "%(count)s measures", counts["actions"]) % {
        "count": counts["actions"]
    }
    words = _(
        "%(actions)s, %(causes)s causes, %(people)s people responsible and %(weaknesses)s new weaknesses go."
    )
    return words % {**counts, "actions": actions}
