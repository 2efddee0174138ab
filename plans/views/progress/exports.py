"""The progress and the closed periods as workbooks: the rows and the order of the page."""

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.forms.progress.asked import AskedForm
from plans.progress.progress_book import ProgressRows
from plans.progress.table import Table
from plans.progress.table_ordering import ProgressOrdering
from plans.progress.things import BY
from plans.views.plans import find_plan
from tracker import calendar
from tracker.errors import Invalid
from tracker.exports import workbook
from tracker.templatetags.page import day
from tracker.views.exports import XLSX, download

from .table import asked_table


@require_safe
def xlsx(request: HttpRequest, year: int) -> FileResponse:
    """The table of the page with all its rows; a question that is not understood exports nothing."""
    plan = find_plan(request, year)
    form = AskedForm(request.GET, plan, calendar.today())
    if not form.is_valid():
        raise Invalid({name: " ".join(reasons) for name, reasons in form.errors.items()})
    table, ordering = asked_table(request, plan, form), ProgressOrdering.of(request.GET)
    rows, about = ProgressRows(table, ordering.sort(table.rows)), _about(request, table)
    return download(
        request, f"{_('progress')} {year}", "xlsx", XLSX,
        lambda file: workbook.write(file, rows, about, _("Progress")),
    )  # fmt: skip


def _about(request, table: Table) -> list[tuple[str, str]]:
    return [
        (_("Plan"), str(table.plan)),
        (_("As of"), day(table.on)),
        (_("Compared with the day"), day(table.since)),
        (_("Broken down"), str(BY[table.by])),
        (_("Taken out on"), f"{timezone.localtime():%d/%m/%Y %H:%M}"),
        (_("Taken out by"), request.actor.name),
    ]
