"""The list of actions as a file to download: the rows of the page's own filter, in its order."""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker import calendar
from tracker.errors import Invalid
from tracker.exports import comma, workbook
from tracker.exports.rows import Rows
from tracker.filter_words import narrowings, sentence
from tracker.filters import ActionFilter
from tracker.models import Action
from tracker.ordering import Ordering

log = logging.getLogger("tracker.reading")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


@require_safe
def xlsx(request: HttpRequest) -> FileResponse:
    """An Excel workbook."""
    found = _asked(request)
    rows, about = _rows(request, found), _about(request, found)
    return download(request, _("actions"), "xlsx", XLSX, lambda file: workbook.write(file, rows, about))


@require_safe
def csv(request: HttpRequest) -> FileResponse:
    """Plain text; `?separator=comma` for programs that do not know the semicolon."""
    separator = request.GET.get("separator") or "semicolon"
    if separator not in comma.SEPARATORS:
        raise Invalid({"separator": _("The separator is “semicolon” or “comma”.")})
    rows = _rows(request, _asked(request))
    return download(request, _("actions"), "csv", CSV, lambda file: comma.write(file, rows, separator))


def _asked(request) -> ActionFilter:
    """The filter of the page; one that is not understood exports nothing."""
    actions = Action.objects.visible_to(request.actor)
    found = ActionFilter(request.GET, actions, actor=request.actor, today=calendar.today())
    if not found.is_valid():
        raise Invalid({name: " ".join(reasons) for name, reasons in found.errors.items()})
    return found


def _rows(request, found: ActionFilter) -> Rows:
    return Rows(Ordering.of(request.GET).prepare(found.qs), request.actor, calendar.today())


def _about(request, found: ActionFilter) -> list[tuple[str, str]]:
    """What was asked for, by whom and when: without it a printed sheet says nothing."""
    now = timezone.localtime()
    return [
        (_("Filter"), sentence(narrowings(found))),
        (_("Sorted by"), Ordering.of(request.GET).words),
        (_("Taken out on"), f"{now:%d/%m/%Y %H:%M}"),
        (_("Taken out by"), request.actor.name),
    ]


def download(request, name: str, ending: str, kind: str, write: Callable) -> FileResponse:
    """Written to the disk first: whoever gets it gets all of it, and memory does not grow with the rows."""
    with ExitStack() as closed_in_trouble:
        file = closed_in_trouble.enter_context(TemporaryFile())
        number = write(file)
        closed_in_trouble.pop_all()  # from here on the response closes it
    file.seek(0)
    log.info(
        "Export %s: %s took %d rows of %s with “%s”",
        request.request_id, request.actor.name, number, request.path, request.GET.urlencode(),
    )  # fmt: skip
    named = f"{name}-{calendar.today():%Y-%m-%d}.{ending}"
    return FileResponse(file, as_attachment=True, filename=named, content_type=kind)
