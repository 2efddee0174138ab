"""What the list of actions shows: heads that sort, chips that remove, boxes to tick."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from tracker import rules
from tracker.ordering import LABELS, Ordering

from .page import filled_in, query_with

register = template.Library()
ARROWS = {"ascending": "↑", "descending": "↓", "": ""}


@register.simple_tag(takes_context=True)
def sort_link(context, name: str, words: str = "") -> str:
    """A column's head as a link that sorts by it, in place where htmx runs."""
    ordering = context["ordering"]
    address = reverse("actions") + query_with(context, sort=ordering.turned(name))
    arrow = ARROWS[ordering.aria(name)]
    return format_html(
        '<a id="sort-{0}" href="{1}" hx-get="{1}" hx-target="#results" hx-push-url="true"'
        ' hx-sync="#filters:replace">{2}{3}</a>',
        name,
        address,
        words or LABELS[name],
        format_html(' <span aria-hidden="true">{}</span>', arrow) if arrow else "",
    )


@register.simple_tag(takes_context=True)
def sorted_by(context, *names: str) -> str:
    """The attribute that tells which column the list follows."""
    direction = next(filter(None, map(context["ordering"].aria, names)), "")
    return format_html(' aria-sort="{}"', direction) if direction else ""


@register.simple_tag(takes_context=True)
def query_without(context, name: str) -> str:
    """The page's own query without this filter."""
    return query_with(context, **{name: ""})


@register.simple_tag(takes_context=True)
def kept_query(context) -> str:
    """The page's own query as hidden fields, for a form that leads back to the list as it was."""
    kept = [(name, value) for name, values in filled_in(context["request"].GET).lists() for value in values]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', kept)


@register.simple_tag
def orders() -> list[tuple[str, str]]:
    """Every order, for those who have no heads to click on: value and words."""
    return [
        (str(each), each.words) for name in LABELS for each in (Ordering(name), Ordering(name, is_down=True))
    ]


@register.simple_tag(takes_context=True)
def may_tick(context, action) -> bool:
    """Whether the row can be handed over by its reader."""
    return rules.may_assign(context["request"].actor, action)


@register.simple_tag(takes_context=True)
def may_hand_over(context) -> bool:
    """Whether the list has boxes at all."""
    return rules.may_hand_over(context["request"].actor)
