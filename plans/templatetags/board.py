"""The submission board: a unit's shape and colour, where a click leads, heads that sort."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from plans.boards.board import Board, BoardRow
from plans.boards.ordering import LABELS, BoardOrdering
from tracker.templatetags.action_list import ARROWS
from tracker.templatetags.page import query_with, tag

from .submission import STATES, left_tag

register = template.Library()
WORDS = {
    "accepted": _("accepted"),
    "submitted": _("to be examined"),
    "returned": _("returned"),
    "head_review": _("with the head"),
    "draft": _("being written"),
    "not_started": _("not begun"),
    "exempt": _("exempt"),
}


@register.filter
def state_kind(submission) -> str:
    """The colour of its state."""
    return STATES[submission.state][0]


@register.filter
def state_shape(submission) -> str:
    return STATES[submission.state][1]


@register.simple_tag(takes_context=True)
def board_link(context, row: BoardRow) -> str:
    """Home Affairs examines what was handed in; everything else is read on the unit's page."""
    to_examine = row.is_handed_in and context["request"].actor.is_home_affairs
    place = [row.submission.review.year, row.submission.unit.code]
    return reverse("submission-review" if to_examine else "submission", args=place)


@register.simple_tag(takes_context=True)
def counter_link(context, **narrowing: str) -> str:
    """The board narrowed to this and nothing else, looked at in the same way: as many units as are counted."""
    dropped = {name: "" for name in context["request"].GET if name not in ("view", "sort")}
    return reverse("board", args=[context["review"].year]) + query_with(context, **dropped | narrowing)


@register.simple_tag(takes_context=True)
def board_sort(context, name: str) -> str:
    """A column's head as a link that sorts by it, in place where htmx runs."""
    ordering = context["ordering"]
    address = reverse("board", args=[context["review"].year]) + query_with(
        context, sort=ordering.turned(name)
    )
    arrow = ARROWS[ordering.aria(name)]
    return format_html(
        '<a id="sort-{0}" href="{1}" hx-get="{1}" hx-target="#board" hx-swap="outerHTML" hx-push-url="true"'
        ' hx-sync="#filters:replace">{2}{3}</a>',
        name,
        address,
        LABELS[name],
        format_html(' <span aria-hidden="true">{}</span>', arrow) if arrow else "",
    )


@register.simple_tag
def board_orders() -> list[tuple[str, str]]:
    """Every order, for those who have no heads to click on: value and words."""
    return [
        (str(each), each.words)
        for name in LABELS
        for each in (BoardOrdering(name), BoardOrdering(name, is_down=True))
    ]


@register.simple_tag
def board_counters(board: Board) -> list[tuple[str, int, str, str]]:
    """Each state with its number, words and shape, from the end of the way to its beginning."""
    return [(state, board.tally.states[state], WORDS[state], STATES[state][1]) for state in WORDS]


@register.simple_tag(takes_context=True)
def days_tag(context) -> str:
    """How far the deadline of all is, as long as somebody has not handed in."""
    days = (context["review"].submissions_due_on - context["today"]).days
    if not context["board"].tally.missing:
        return ""
    return (
        left_tag(days)
        if days >= 0
        else tag("bad", "alert", ngettext("%d day ago", "%d days ago", -days) % -days)
    )
