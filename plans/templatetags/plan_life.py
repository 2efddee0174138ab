"""What the pages of a plan's life ask of its checks."""

from django import template

from plans.checking.words import LACKING

register = template.Library()


@register.filter
def met(checks) -> int:
    """How many of the checks hold."""
    return sum(check.is_met for check in checks)


@register.filter
def lacking(name: str) -> str:
    """What was lacking, by the name of the check that is kept with the plan."""
    return str(LACKING.get(name, name))
