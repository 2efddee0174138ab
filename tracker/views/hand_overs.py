"""Many actions get a new owner at once: each on its own, so that one refusal stops none of the others."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker import calendar, rules
from tracker.errors import Invalid
from tracker.forms.action_list import HandOverForm
from tracker.models import Action, Unit

from .one_by_one import NEVER_SEEN, refusal_of
from .refusals import Attempt
from .saved_filters import query_of
from .verb import SeeOther, require_role, who

MOST = 100
OUTCOME = "handed_over"


@dataclass(frozen=True)
class Ticked:
    """The rows that were ticked: those of one lead unit that can be handed over, and the others with the reason."""

    unit: Unit | None
    taken: list[Action]
    skipped: list[tuple[Action, str]]


def create(request: HttpRequest) -> HttpResponse:
    """Name the new owner of the ticked actions of one lead unit."""
    require_role(rules.may_hand_over(request.actor))
    ticked, back = _ticked(request), _back(request)
    if not ticked.taken:
        messages.error(request, _nothing_to_do(ticked))
        return redirect(back)
    form = HandOverForm(request, ticked.unit, ticked.taken, today=calendar.today())
    number = len(ticked.taken)
    title = ngettext("Change the owner of %d action", "Change the owner of %d actions", number) % number
    attempt = request.attempt = Attempt(ticked.unit, form, title, _("Change the owner"), back)
    if form.is_bound and form.is_valid():
        try:
            return _hand_over(request, ticked, form.cleaned_data)
        except Invalid:  # the key was used for other words, for example after going back
            form.renew_key()
    context = {"form": form, "attempt": attempt, "ticked": ticked}
    return render(request, "tracker/hand_over.html", context, status=422 if form.is_bound else 200)


def show(request: HttpRequest) -> HttpResponse:
    """What became of the last hand-over, action by action."""
    outcome = request.session.get(OUTCOME)
    if not outcome:
        return redirect("actions")
    refs = [*outcome["done"], *dict(outcome["not_done"])]
    named = {each.ref: each for each in Action.objects.visible_to(request.actor).filter(ref__in=refs)}
    not_done = [(named[ref], reason) for ref, reason in outcome["not_done"] if ref in named]
    done = [named[ref] for ref in outcome["done"] if ref in named]
    context = {"owner": outcome["owner"], "back": outcome["back"], "done": done, "not_done": not_done}
    return render(request, "tracker/hand_over_outcome.html", context)


def _ticked(request) -> Ticked:
    visible = (
        Action.objects.visible_to(request.actor).select_related("lead_unit", "owner").order_by("due_on", "pk")
    )
    found = list(visible.filter(ref__in=request.GET.getlist("ref")[:MOST]))
    mine = [action for action in found if rules.may_assign(request.actor, action)]
    unit = mine[0].lead_unit if mine else None
    taken = [action for action in mine if action.lead_unit == unit]
    return Ticked(unit, taken, [(each, _why_not(request.actor, each)) for each in found if each not in taken])


def _why_not(actor, action) -> str:
    if not action.is_open:
        return _("It is not open any more: %(state)s.") % {"state": action.get_state_display()}
    return _("Another unit leads it: %(unit)s.") % {"unit": action.lead_unit}


def _nothing_to_do(ticked: Ticked) -> str:
    if ticked.skipped:
        return _("None of the ticked actions can be given to somebody else by you.")
    return _("Tick the actions in the list first, then change their owner.")


def _hand_over(request, ticked: Ticked, words: dict) -> HttpResponse:
    not_done = [(action.ref, reason) for action, reason in ticked.skipped]
    refused = [(action.ref, _assign(request, action, words)) for action in ticked.taken]
    done = [ref for ref, reason in refused if not reason]
    not_done += [(ref, reason) for ref, reason in refused if reason]
    request.session[OUTCOME] = {
        "owner": words["owner"].full_name, "done": done, "not_done": not_done, "back": _back(request),
    }  # fmt: skip
    return SeeOther(reverse("hand-over-outcome"))


def _assign(request, action: Action, words: dict) -> str:
    """Change one owner; the reason when that was refused."""
    owner, seen = words["owner"], words["seen"].get(action.ref, NEVER_SEEN)
    return refusal_of(
        request, words["idempotency"], action.ref, owner.pk,
        lambda: action.assign(owner=owner, version=seen, **who(request)),
    )  # fmt: skip


def _back(request) -> str:
    """The list as it was."""
    query = request.GET.copy()
    query.pop("ref", None)
    return f"{reverse('actions')}?{query_of(query)}"
