"""What the templates of mails need: dates in the reader's language, and lines that fit a text mail."""

import textwrap

from django import template

from notifications.mails import links, words

register = template.Library()
register.filter("day", words.day)
register.filter("short_day", words.short_day)
register.filter("distance", words.distance)
WIDTH = 76


@register.filter
def indented(text: str, spaces: int = 0) -> str:
    """The text in lines of a text mail, each beginning with so many spaces; addresses stay whole."""
    margin = " " * spaces
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


@register.filter
def underlined(text: str) -> str:
    """A heading of a text mail, kept apart by a line below it."""
    return f"{text}\n{'-' * min(len(text), WIDTH)}"


@register.simple_tag
def action_address(action) -> str:
    return links.page("action-short", action.ref)
