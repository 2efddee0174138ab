"""The weaknesses of a submission: one more, last year's again, one less."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.weakness import LastYearForm, WeaknessForm
from plans.models.submissions import repeating
from plans.submissions.parts import address, where
from tracker import rules
from tracker.forms.actions import EmptyForm
from tracker.views.verb import SeeOther, answer, ask, require_role, who

from .chain_card import Card
from .submissions import find_submission


def create(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Name a weakness that Home Affairs did not; below it stands what is left of last year."""
    submission = find_submission(request, year, unit)
    require_role(rules.may_draft_submission(request.actor, submission))
    answered = answer(
        request, WeaknessForm(request, submission),
        lambda **words: submission.add_weakness(**words, **who(request)),
        title=_("Add a weakness"), submit=_("Save and describe causes"), done=_("The weakness is added."),
        back=address(submission, "submission"), template="plans/weakness_new.html", **_last_year(submission),
    )  # fmt: skip
    return _to_the_new_card(submission) if answered.status_code == SeeOther.status_code else answered


def copy(request: HttpRequest, year: int, unit: str) -> HttpResponse:
    """Take over the ticked weaknesses of last year."""
    submission = find_submission(request, year, unit)
    require_role(rules.may_draft_submission(request.actor, submission))
    context = _last_year(submission)
    form = LastYearForm(request, submission, context["unfinished"])
    return answer(
        request, form, lambda weaknesses: repeating.take_over(submission, list(weaknesses), **who(request)),
        title=_("Take over from last year"), submit=_("Take over what is ticked"),
        done=_("Taken over. Give each action a new deadline."), back=address(submission, "submission"),
        template="plans/weakness_copy.html", **context,
    )  # fmt: skip


def remove(request: HttpRequest, year: int, unit: str, ref: str) -> HttpResponse:
    """Take away a weakness the unit named itself, after asking once."""
    card = Card.of(find_submission(request, year, unit), ref)
    ask(request, lambda actor, thing: thing.may_write(actor), card)
    return answer(
        request, EmptyForm(request, card.weakness),
        lambda version: card.submission.remove_weakness(card.weakness, **who(request)),
        title=_("Remove the weakness"), submit=_("Remove it with all its rows"), done=_("The weakness is removed."),
        back=address(card.submission, "submission"),
        explain=_("Its causes, responsibility and %(actions)s actions go with it. Its words stay in the history.")
        % {"actions": card.weakness.actions.count()},
    )  # fmt: skip


def _to_the_new_card(submission) -> SeeOther:
    newest = submission.weaknesses.order_by("-pk").first()
    return SeeOther(reverse("chain", kwargs=where(submission) | {"ref": newest.ref}))


def _last_year(submission) -> dict:
    """What the earlier review left undone, or the fact that there is none."""
    earlier = repeating.earlier_review(submission)
    unfinished = repeating.unfinished(submission)
    return {"submission": submission, "earlier": earlier, "unfinished": unfinished}
