"""Until the first review is open, those who set the site up are told what comes next."""

from django import template

from plans.setting_up import first_run
from tracker import calendar, rules

register = template.Library()


@register.inclusion_tag("plans/_first_run_notice.html", takes_context=True)
def first_run_notice(context) -> dict:
    """The next step for an administrator; nothing for others, and nothing once a review was opened."""
    actor = context["request"].actor
    if not rules.may_administer(actor) or first_run.is_over():
        return {"step": None}
    steps = [*first_run.set_up(), *first_run.towards_the_review(calendar.today())]
    return {"step": first_run.next_of(steps)}
