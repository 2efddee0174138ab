"""How far a review and each step of its preparation is, in words, shapes and colours."""

from django import template
from django.utils.translation import gettext as _

from plans.setting_up.steps import DONE, NOT_YET, PARTLY, Step
from plans.setting_up.ways import Way, ways_of
from tracker import rules
from tracker.models import Review
from tracker.templatetags.page import tag

register = template.Library()

STATES = {
    "preparing": ("neutral", "dashed"), "open": ("info", "half"), "consolidating": ("wait", "hourglass"),
    "monitoring": ("ok", "tick"), "closed": ("plain", "tick"),
}  # fmt: skip


@register.simple_tag
def review_tag(review: Review) -> str:
    return tag(*STATES[review.state], review.get_state_display())


@register.simple_tag
def ways(review: Review, actor) -> list[Way]:
    """From each step to the others, as far as its reader may go."""
    return ways_of(review, may_change=rules.may_run_review(actor) and review.state == "preparing")


@register.simple_tag
def step_tag(step: Step) -> str:
    """What is done, what is begun, and what nobody has begun."""
    words = {
        DONE: ("ok", "tick", _("Done")),
        PARTLY: ("warn", "half", _("Something missing")),
        NOT_YET: ("neutral", "dashed", _("Not done yet")),
    }
    return tag(*words[step.state])
