"""Who may have which paper: asked before it is written, when it is written, and when it is fetched."""

from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import require


def may_have(actor, kind: str, subject) -> bool:
    return RULES[kind](actor, subject)


def expect_may_have(actor, kind: str, subject) -> None:
    require(may_have(actor, kind, subject), _("This paper is not for you, or no longer."))


def _overall(actor, subject) -> bool:
    return rules.may_have_overall_paper(actor)


def _plan(actor, subject) -> bool:
    """Whoever may read the plan may have any of its versions."""
    return rules.may_have_plan_paper(actor, getattr(subject, "plan", subject))


RULES = {
    "plan": _plan,
    "sending": _overall,
    "synthesis": _overall,
    "progress": _overall,
    "submission": rules.may_have_unit_report,
    "amendment": rules.may_have_amendment_paper,
}
