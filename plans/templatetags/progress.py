"""The progress of the plan: bars, rates, heads that sort, and the way from a figure to why it is so."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from plans.progress import rates
from plans.progress.meaning import MEANINGS
from plans.progress.table_ordering import ProgressOrdering
from tracker import figures as written
from tracker.bars import Part, bar
from tracker.templatetags.action_list import ARROWS
from tracker.templatetags.page import query_with

register = template.Library()
COLOURS = {"done_on_time": "done", "done_late": "late", "open_in_time": "doing", "overdue": "overdue"}


@register.simple_tag
def progress_bar(figures) -> str:
    """The four results as parts of the whole; without figures an empty bar."""
    counts = {name: getattr(figures, name, 0) for name in COLOURS}
    parts = [Part(counts[name], colour, name == "overdue") for name, colour in COLOURS.items()]
    return bar(parts, sum(counts.values()))


@register.filter
def rate(part: int, whole: int) -> str:
    return rates.rate(part, whole)


@register.filter
def signed(number: int) -> str:
    """With its sign; nothing moved is a plain 0."""
    return written.signed(number)


@register.simple_tag(takes_context=True)
def why_link(context, by: str, key: str, count: str, on, since=None) -> str:
    """Where the figure is explained."""
    asked = {"by": by, "key": key, "count": count, "on": f"{on:%Y-%m-%d}"}
    if since:
        asked["since"] = f"{since:%Y-%m-%d}"
    place = reverse("plan-progress-why", args=[context["plan"].review.plan_year])
    return f"{place}?{urlencode({name: value for name, value in asked.items() if value})}"


@register.filter
def figure_of(figures, count: str) -> int:
    return getattr(figures, count)


@register.filter
def words_of(count: str) -> str:
    """The figure's name."""
    return MEANINGS[count].words


@register.simple_tag(takes_context=True)
def progress_sort(context, name: str, words: str) -> str:
    """A column's head as a link that sorts by it."""
    ordering: ProgressOrdering = context["ordering"]
    arrow = ARROWS[ordering.aria(name)]
    shown = format_html(' <span aria-hidden="true">{}</span>', arrow) if arrow else ""
    address = query_with(context, sort=ordering.turned(name))
    return format_html('<a id="sort-{}" href="{}">{}{}</a>', name, address, words, shown)
