"""How accounts are told of on pages, and which roles the reader may give and end."""

from django import template
from django.utils.translation import gettext_lazy as _

from tracker import establishment, rules

from .page import tag

register = template.Library()
STATES = {
    "active": ("plain", "tick", _("can log in")),
    "invited": ("wait", "hourglass", _("invited, no password yet")),
    "disabled": ("neutral", "slash", _("disabled")),
}


@register.simple_tag
def account_tag(person) -> str:
    kind, shape, words = STATES[establishment.state_of(person)]
    return tag(kind, shape, str(words))


@register.simple_tag(takes_context=True)
def may_appoint(context, role: str) -> bool:
    return rules.may_appoint(context["request"].actor, role)
