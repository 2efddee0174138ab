"""How mails are told of on pages: their kind, their state, what the mail server answered."""

from django import template

from notifications import kinds, occasions, wording
from notifications.models import Envelope

register = template.Library()
register.filter("kind_name", kinds.name_of)
register.filter("state_words", wording.state_in_words)
register.filter("occasion", occasions.when)
register.filter("told_to", occasions.told_to)
register.filter("why_compulsory", occasions.why_compulsory)
register.filter("reply_words", wording.reply_in_words)


@register.filter
def remarkable_parts(report: dict) -> list[dict]:
    """The parts of a health report that somebody should know of, with their names and words for the screen."""
    return [
        wording.part_in_words(name, check) for name, check in report.items() if wording.is_remarkable(check)
    ]


@register.filter
def tag_kind(envelope: Envelope) -> str:
    return wording.tag_of(envelope)[0]


@register.filter
def tag_icon(envelope: Envelope) -> str:
    return wording.tag_of(envelope)[1]
