"""Home Affairs corrects what is expected as proof of an accepted action."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.evidence import ExpectedForm

from .verb import answer, ask, find_action, link, who


def change(request: HttpRequest, ref: str) -> HttpResponse:
    """One kind on each line; those for which evidence was brought stay."""
    action = find_action(request, ref)
    ask(request, rules.may_correct_evidence, action)
    return answer(
        request, ExpectedForm(request, action), lambda **words: action.expect_evidence(**words, **who(request)),
        title=_("Correct what evidence is expected"), submit=_("Save what is expected"),
        done=_("What is expected is corrected."), back=f"{link(action)}#minh-chung", explain=_explain(action),
    )  # fmt: skip


def _explain(action) -> str:
    """What cannot be taken away any more, where there is such."""
    words = _("The unit can report completion once every kind is there; the progress figures follow at once.")
    if not (proven := action.proven_kinds()):
        return words
    stays = _("Evidence was brought for these, so they stay as they are worded: %(kinds)s.")
    return f"{words} {stays % {'kinds': '; '.join(f'“{kind}”' for kind in proven)}}"
