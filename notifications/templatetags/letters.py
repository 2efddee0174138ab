"""What the templates of mails need: dates in the reader's language, and lines that fit a text mail."""

from django import template

from notifications.mails import words

register = template.Library()
register.filter("day", words.day)
register.filter("short_day", words.short_day)
register.filter("distance", words.distance)
register.filter("indented", words.indented)
register.filter("underlined", words.underlined)


@register.simple_tag(takes_context=True)
def thing_address(context, kind: str, thing) -> str:
    """Where the reader of this mail finds the thing."""
    return context["draft"].link_to(kind, thing)


@register.simple_tag(takes_context=True)
def action_address(context, action) -> str:
    """Where the reader of this mail finds the action."""
    return context["draft"].link_to("action", action)
