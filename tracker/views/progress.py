"""How far an action is."""

from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.actions import ProgressForm

from .verb import answer, ask, find_action, in_place, link, who


def create(request, ref: str):
    """Say how far the work is, on a page of its own or in place on the action's page."""
    action = find_action(request, ref)
    ask(request, rules.may_update_progress, action)
    form = ProgressForm(request, action)
    template = "tracker/_progress.html" if in_place(request) else "tracker/verb.html"
    return answer(
        request, form, lambda **words: _save(action, request, **words), title=_("Update progress"),
        submit=_("Save progress"), done=_("The progress is saved."), back=link(action), template=template,
        action=action,
    )  # fmt: skip


def _save(action, request, *, file, expected, **words) -> None:
    """The progress, and the file that proves it when there is one: both or neither."""
    action.update_progress(**words, **who(request))
    if file:
        action.add_file(file=file, expected=expected, **who(request))
