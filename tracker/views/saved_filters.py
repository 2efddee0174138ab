"""Filters of the list kept under a name."""

from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tracker import calendar
from tracker.filter_words import narrowings, sentence
from tracker.filters import ActionFilter
from tracker.forms.action_list import SavedFilterForm
from tracker.models import Action, SavedFilter
from tracker.ordering import Ordering
from tracker.paging import count_up_to
from tracker.templatetags.page import filled_in

from .verb import SeeOther, answer

MOST_CHIPS = 6
NOT_KEPT = ("before", "after", "lang")


def index(request: HttpRequest) -> HttpResponse:
    """All the reader's filters, with what each asks for; his own can be removed."""
    today = calendar.today()
    saved = [
        (each, sentence(narrowings(_asking(request.actor, each.query, today))), each.user == request.user)
        for each in SavedFilter.objects.visible_to(request.actor).select_related("user")
    ]
    return render(request, "tracker/saved_filters.html", {"saved": saved})


def create(request: HttpRequest) -> HttpResponse:
    """Keep what the list is narrowed by under a name."""
    query = query_of(request.GET)
    asking = _asking(request.actor, query, calendar.today())
    Ordering.of(request.GET)
    back = f"{reverse('actions')}?{query}"
    form = SavedFilterForm(request, _("Actions"))
    return answer(
        request, form, lambda **words: SavedFilter.keep(by=request.actor, query=query, **words),
        title=_("Save this filter"), submit=_("Save"), done=_("The filter is saved."), back=back,
        template="tracker/saved_filter.html", in_words=sentence(narrowings(asking)),
    )  # fmt: skip


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove one's own filter."""
    get_object_or_404(SavedFilter.objects.visible_to(request.actor), pk=pk).discard(by=request.actor)
    return SeeOther(reverse("saved-filters"))


def chips(actor, today: date) -> list[tuple[SavedFilter, int]]:
    """The reader's first filters, each with how many actions it finds for him."""
    saved = SavedFilter.objects.visible_to(actor)[:MOST_CHIPS]
    return [(each, _number(_asking(actor, each.query, today))) for each in saved]


def query_of(query: QueryDict) -> str:
    """What is kept of a query: filters and order, not the page one was on."""
    kept = filled_in(query)
    for name in NOT_KEPT:
        kept.pop(name, None)
    return kept.urlencode()


def _asking(actor, query: str, today: date) -> ActionFilter:
    actions = Action.objects.visible_to(actor).order_by("due_on", "pk")
    return ActionFilter(QueryDict(query), actions, actor=actor, today=today)


def _number(found: ActionFilter) -> int:
    """A filter whose unit or index is no more finds nothing."""
    return count_up_to(found.qs) if found.is_valid() else 0
