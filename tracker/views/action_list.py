"""The list of actions: narrowed, sorted, paged; its address says it all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from tracker import calendar, choices
from tracker.filter_words import narrowings, sentence
from tracker.filters import ActionFilter
from tracker.models import User
from tracker.ordering import Ordering
from tracker.paging import Page, count_up_to, page_of

from .action_rows import listed
from .saved_filters import chips, query_of

PER_PAGE = 50
MORE = (
    "group", "owner_name", "due_from", "due_to", "coordinating", "weakness", "evidence", "initiative", "watched",
    "result", "health", "waiting",
)  # fmt: skip


def index(request: HttpRequest) -> HttpResponse:
    """The actions the reader may see, narrowed by the query; htmx gets only the part that changes."""
    today, ordering = calendar.today(), Ordering.of(request.GET)
    found = ActionFilter(request.GET, listed(request.actor), actor=request.actor, today=today)
    is_sound = found.is_valid()
    page = page_of(ordering.prepare(found.qs), request.GET, PER_PAGE, ordering.key) if is_sound else Page()
    context = {"page": page, "filter": found, "ordering": ordering, "today": today, **_words(found)}
    context["count"] = _count(found.qs, page) if is_sound else 0
    if not _wants_part(request):
        context |= _frame(request, today)
    template = "tracker/_action_list.html" if _wants_part(request) else "tracker/action_list.html"
    response = render(request, template, context, status=200 if is_sound else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _words(found: ActionFilter) -> dict:
    asked = narrowings(found)
    return {"asked": asked, "in_words": sentence(asked), "densities": User.Density.choices}


def _frame(request, today) -> dict:
    """What stands around the list and does not change with it."""
    return {
        "more": MORE,
        "more_is_open": any(request.GET.get(name) for name in MORE),
        "people": choices.people(request.actor, today),
        "saved_filters": chips(request.actor, today),
        "present_query": query_of(request.GET),
    }


def _count(actions, page: Page) -> int:
    """A page that is the whole list is counted already."""
    is_whole = not (page.before or page.after)
    return len(page) if is_whole else count_up_to(actions)


def _wants_part(request) -> bool:
    """Going back in the browser asks for the whole page, also through htmx."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
