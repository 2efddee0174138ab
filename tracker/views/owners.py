"""Who answers for an action."""

from django.utils.translation import gettext as _

from tracker import calendar, rules
from tracker.forms.actions import OwnerForm

from .verb import answer, ask, find_action, link, require_role, who


def change(request, ref: str):
    """Give the action to another person of the lead unit."""
    action = find_action(request, ref)
    ask(request, rules.may_assign, action)
    require_role(rules.hands_out(request.actor, action))  # the form itself names the people of the unit
    form = OwnerForm(request, action, today=calendar.today())
    return answer(
        request, form, lambda **words: action.assign(**words, **who(request)),
        title=_("Change the owner"), submit=_("Save"), done=_("The owner is changed."), back=link(action),
    )  # fmt: skip
