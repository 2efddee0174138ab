"""An action that is no longer applicable, or that was not complete after all."""

from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.actions import ReasonForm

from .verb import answer, ask, find_action, link, who


def drop(request, ref: str):
    """Home Affairs says why the action is no longer applicable."""
    action = find_action(request, ref)
    ask(request, rules.may_drop, action)
    return answer(
        request, ReasonForm(request, action), lambda **words: action.drop(**words, **who(request)),
        title=_("Mark as no longer applicable"), submit=_("Drop the action"),
        done=_("The action is dropped."), back=link(action),
    )  # fmt: skip


def reopen(request, ref: str):
    """Home Affairs says why a completed action goes on."""
    action = find_action(request, ref)
    ask(request, rules.may_reopen, action)
    return answer(
        request, ReasonForm(request, action), lambda **words: action.reopen(**words, **who(request)),
        title=_("Reopen the action"), submit=_("Reopen"), done=_("The action is open again."), back=link(action),
    )  # fmt: skip
