"""The line of time on an action's page: `{% load timeline %}{% timeline_of action %}`."""

from django import template
from django.utils.translation import gettext as _

from notifications import timeline

register = template.Library()
UNFOLDED = 8


@register.inclusion_tag("notifications/_timeline.html", takes_context=True)
def timeline_of(context, action):
    """The latest entries, the rest folded; `?show=` narrows them to what people said or to the rest."""
    request = context["request"]
    shown = request.GET.get("show", "")
    moments = timeline.of_action(request.actor, action, shown)
    return {
        "recent": moments[:UNFOLDED],
        "earlier": moments[UNFOLDED:],
        "choices": [
            (value, words, value == shown)
            for value, words in (
                ("", _("All")),
                (timeline.DISCUSSION, _("Discussion")),
                (timeline.SYSTEM, _("System")),
            )
        ],
        "address": request.path,
    }
