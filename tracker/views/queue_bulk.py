"""Many short requests for more time are granted at once: each on its own, so that one refusal stops no other."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker import rules
from tracker.errors import Invalid, require
from tracker.forms.queues import GrantManyForm
from tracker.models import ExtensionRequest
from tracker.queues import EXTENSIONS

from .one_by_one import NEVER_SEEN, refusal_of
from .refusals import Attempt
from .verb import SeeOther, require_role, who

MOST = 100
OUTCOME = "granted_together"


def create(request: HttpRequest) -> HttpResponse:
    """Name each request that will be granted, and grant them when that is confirmed."""
    require_role(rules.decides(request.actor, None))
    reasons = {each: _why_not(request.actor, each) for each in _ticked(request)}
    taken = [each for each, reason in reasons.items() if not reason]
    if not taken and request.method != "POST":
        messages.error(request, _nothing_to_do(reasons))
        return redirect(EXTENSIONS.route)
    form = GrantManyForm(request, taken)
    attempt = request.attempt = Attempt(None, form, *_words_for(len(taken)), reverse(EXTENSIONS.route))
    if form.is_bound and form.is_valid():
        try:
            return _grant(request, list(reasons), form.cleaned_data)
        except Invalid:  # the key was used for other words, for example after going back
            form.renew_key()
    left = [(each, reason) for each, reason in reasons.items() if reason]
    context = {"form": form, "attempt": attempt, "taken": taken, "left": left}
    return render(request, "tracker/queue_many.html", context, status=422 if form.is_bound else 200)


def show(request: HttpRequest) -> HttpResponse:
    """What became of each request."""
    require_role(rules.decides(request.actor, None))
    outcome = request.session.get(OUTCOME)
    if outcome is None:
        return redirect(EXTENSIONS.route)
    found = EXTENSIONS.cases(request.actor).in_bulk([pk for pk, _reason in outcome])
    named = [(found[pk], reason) for pk, reason in outcome if pk in found]
    done = [each for each, reason in named if not reason]
    not_done = [(each, reason) for each, reason in named if reason]
    return render(request, "tracker/queue_many_outcome.html", {"done": done, "not_done": not_done})


def _ticked(request) -> list[ExtensionRequest]:
    """The requests that were ticked, whatever became of them since."""
    asked = [
        int(pk) for pk in request.GET.getlist("viec")[:MOST] if pk.isascii() and pk.isdigit() and len(pk) < 19
    ]
    return list(EXTENSIONS.cases(request.actor).filter(pk__in=asked))


def _why_not(actor, extension: ExtensionRequest) -> str:
    """Why this one cannot be granted together with others; nothing when it can."""
    if extension.state != "pending":
        return _("It is no longer waiting: %(state)s.") % {"state": extension.get_state_display()}
    if not rules.may_decide_extension(actor, extension):
        return _("You asked for it yourself: somebody else at Home Affairs decides.")
    if not extension.is_short:
        most = {"days": settings.EXTENSION_BULK_DAYS}
        return _("It asks for more than %(days)s days: it is decided on its own.") % most
    return ""


def _nothing_to_do(reasons: dict) -> str:
    if reasons:
        return _("None of the ticked requests can be granted together with others.")
    return _("Tick the requests in the list first, then grant them together.")


def _words_for(number: int) -> tuple[str, str]:
    """Title and button."""
    title = ngettext("Grant %d request as asked for", "Grant %d requests as asked for", number) % number
    return title, ngettext("Grant %d request", "Grant %d requests", number) % number


def _grant(request, ticked: list[ExtensionRequest], words: dict) -> HttpResponse:
    request.session[OUTCOME] = [(each.pk, _granted(request, each, words)) for each in ticked]
    return SeeOther(reverse("queue-extensions-outcome"))


def _granted(request, extension: ExtensionRequest, words: dict) -> str:
    """Grant one; the reason when that was refused."""
    remark, seen = words["remark"], words["seen"].get(extension.pk, NEVER_SEEN)
    return refusal_of(
        request, words["idempotency"], extension.pk, remark,
        lambda: _grant_one(request, extension, remark, seen),
    )  # fmt: skip


def _grant_one(request, extension: ExtensionRequest, remark: str, seen: int) -> None:
    reason = _why_not(request.actor, extension)
    require(not reason, reason)
    extension.approve(remark=remark, version=seen, **who(request))
