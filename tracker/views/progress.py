"""How far an action is."""

from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.actions import ProgressForm

from .verb import answer, ask, find_action, link, who


def create(request, ref: str):
    """Say how far the work is."""
    action = find_action(request, ref)
    ask(request, rules.may_update_progress, action)
    form = ProgressForm(request, action, initial={"percent": action.percent})
    return answer(
        request, form, lambda **words: action.update_progress(**words, **who(request)),
        title=_("Update progress"), submit=_("Save progress"), done=_("The progress is saved."), back=link(action),
    )  # fmt: skip
