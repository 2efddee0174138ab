"""What the check page says beside each weakness: its words as they will be frozen, and soft hints."""

from datetime import date

from django import template

from plans.models.submissions.hints import Hint, hints_of
from plans.submissions.parts import Part

register = template.Library()


@register.simple_tag
def words_of(part: Part, content: dict) -> dict:
    """The part of what will be frozen that belongs to this weakness."""
    return next(words for words in content["weaknesses"] if words["ref"] == part.weakness.ref)


@register.simple_tag
def hints_on(part: Part, today: date) -> list[tuple[int, Hint]]:
    """What would make an action better, with its number; never a reason to hold it back."""
    return [
        (number, hint)
        for number, action in enumerate(part.weakness.live_actions, start=1)
        for hint in hints_of(action, today)
        if not hint.is_good
    ]
