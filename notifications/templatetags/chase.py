"""Chasing letters on other rooms' pages: `{% load chase %}{% chasing_of action today %}` beside an action's verbs."""

from django import template

from tracker import rules
from tracker.models import TimeStatus

register = template.Library()


@register.inclusion_tag("notifications/_chasing_of.html", takes_context=True)
def chasing_of(context, action, today):
    """The way to write a letter about an overdue action, for those who may."""
    is_due_one = action.accepted_on is not None and action.time_status(today) == TimeStatus.OVERDUE
    return {"unit": action.lead_unit, "may_chase": is_due_one and rules.may_chase(context["request"].actor)}
