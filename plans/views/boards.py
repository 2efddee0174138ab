"""The submission board: all units of one review, how far each is, and what Home Affairs can do about it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from plans.boards.board import Board
from tracker import calendar, rules
from tracker.filter_words import narrowings
from tracker.models import Review
from tracker.views.verb import in_place, require_role

TABLE = "table"


def show(request: HttpRequest, year: int) -> HttpResponse:
    """Cells or a table of the units that match the filter; htmx gets only what changes with it."""
    require_role(rules.may_watch_submissions(request.actor))
    years = list(Review.objects.held_here().order_by("-year").values_list("year", flat=True))
    review = Review.objects.filter(year=year).first()
    if review is None or not review.was_opened:
        return _nothing_there(request, review, {"year": year, "years": years})
    today, is_table = calendar.today(), request.GET.get("view") == TABLE
    board = Board.of(review, request.actor, request.GET, today, with_figures=is_table)
    return _answer(request, board, {"review": review, "years": years, "today": today, "is_table": is_table})


def find_review(request: HttpRequest, year: int) -> Review:
    """The opened review of that year; the board of another does not exist."""
    require_role(rules.may_watch_submissions(request.actor))
    return get_object_or_404(Review.objects.opened(), year=year)


def _nothing_there(request, review: Review | None, context: dict) -> HttpResponse:
    """Before the opening the page leads to the set-up; a year from before this site, or without any review, is told."""
    context |= {"review": review, "may_run": rules.may_run_review(request.actor)}
    return render(request, "plans/board_none.html", context, status=200 if review else 404)


def _answer(request, board: Board, context: dict) -> HttpResponse:
    is_part = in_place(request)
    context |= {
        "board": board,
        "filter": board.filter,
        "ordering": board.ordering,
        "asked": narrowings(board.filter),
        "may_change": rules.may_run_review(request.actor) and context["review"].state != Review.State.CLOSED,
        "is_part": is_part,
        "title": _("Submissions %(year)s") % {"year": context["review"].year},
    }
    template = "plans/_board_part.html" if is_part else "plans/board.html"
    response = render(request, template, context, status=200 if board.filter.is_valid() else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response
