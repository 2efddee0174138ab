"""Home Affairs' wording for the plan: whether the reader may see it yet."""

from django import template

from tracker import rules

register = template.Library()


@register.simple_tag(takes_context=True)
def sees_wording(context, action) -> bool:
    return rules.may_see_wording(context["request"].actor, action)
