"""Chasing letters on other rooms' pages.

`{% load chase %}{% last_chases as chases %}` once on a page, then `{% last_chase chases unit.pk %}` in each row;
`{% chasing_of action today %}` beside an action's verbs; `{% letters_about submission %}` on a submission's page.
"""

from django import template

from notifications import last_chases as letters
from notifications.models.chase_subjects import EXPECTING
from plans.models.submissions.submission import WAITING
from tracker import calendar, rules
from tracker.models import TimeStatus

register = template.Library()


@register.simple_tag(takes_context=True)
def last_chases(context) -> dict[int, letters.LastChase]:
    """The last letter to each unit by the unit's id, as far as the reader may see; two queries for all."""
    return letters.of_units(context["request"].actor, calendar.today().year)


@register.inclusion_tag("notifications/_last_chase.html")
def last_chase(chases: dict, unit_id: int):
    """How often a unit was chased this year, when last, and whether that letter was opened."""
    return {"chase": chases.get(unit_id)}


@register.filter
def of_unit(chases: dict, unit_id: int) -> letters.LastChase | None:
    """The last letter to this unit, or None."""
    return chases.get(unit_id)


@register.inclusion_tag("notifications/_chasing_of.html", takes_context=True)
def chasing_of(context, action, today):
    """The way to write a letter about an overdue action, for those who may."""
    is_due_one = action.accepted_on is not None and action.time_status(today) == TimeStatus.OVERDUE
    return {"unit": action.lead_unit, "may_chase": is_due_one and rules.may_chase(context["request"].actor)}


@register.inclusion_tag("notifications/_letters_about.html", takes_context=True)
def letters_about(context, submission):
    """The letters that asked for this submission, and the way to write another for those who may."""
    actor = context["request"].actor
    is_awaited = submission.state in WAITING and submission.review.state in EXPECTING
    told = submission.chases.visible_to(actor).select_related("chased_by")
    return {"submission": submission, "letters": told, "may_chase": is_awaited and rules.may_chase(actor)}
