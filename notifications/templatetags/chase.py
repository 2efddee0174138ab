"""Chasing letters on other rooms' pages: `{% load chase %}{% chases_of action today %}` beside an action's mails."""

from django import template

from notifications.models import Chase
from tracker import rules
from tracker.models import TimeStatus

register = template.Library()
MOST_LETTERS = 10


@register.inclusion_tag("notifications/_chases_of.html", takes_context=True)
def chases_of(context, action, today):
    """The letters that named the action, as far as the reader may see them; and the way to write one."""
    reader = context["request"].actor
    is_due_one = action.accepted_on is not None and action.time_status(today) == TimeStatus.OVERDUE
    letters = Chase.objects.visible_to(reader).filter(actions=action).select_related("chased_by")
    return {
        "chases": letters[:MOST_LETTERS],
        "unit": action.lead_unit,
        "may_chase": is_due_one and rules.may_chase(reader),
    }
