"""The board as a workbook to take to a meeting: the units, the filter and the order of the page."""

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.boards.board import Board
from plans.boards.export import BoardRows
from tracker import calendar
from tracker.errors import Invalid
from tracker.exports import workbook
from tracker.filter_words import narrowings
from tracker.models import Review
from tracker.views.exports import XLSX, download

from .boards import find_review


@require_safe
def xlsx(request: HttpRequest, year: int) -> FileResponse:
    """One row for each unit that the page shows; a filter that is not understood exports nothing."""
    review = find_review(request, year)
    board = Board.of(review, request.actor, request.GET, calendar.today(), with_figures=True)
    if not board.filter.is_valid():
        raise Invalid({name: " ".join(reasons) for name, reasons in board.filter.errors.items()})
    about, title = _about(request, review, board), _("Submissions")
    return download(
        request, f"{_('submissions')} {review.year}", "xlsx", XLSX,
        lambda file: workbook.write(file, BoardRows(board), about, title),
    )  # fmt: skip


def _about(request, review: Review, board: Board) -> list[tuple[str, str]]:
    """What was asked for, by whom and when: without it a printed sheet says nothing."""
    asked = "; ".join(each.words for each in narrowings(board.filter))
    return [
        (_("Review"), str(review)),
        (_("Filter"), asked or _("all units of the review")),
        (_("Sorted by"), board.ordering.words),
        (_("Taken out on"), f"{timezone.localtime():%d/%m/%Y %H:%M}"),
        (_("Taken out by"), request.actor.name),
    ]
