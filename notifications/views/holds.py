"""Sending is held and released: what waits, why, and since when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from notifications import rules
from notifications.forms.once import OnceForm, WhyForm
from notifications.models import Envelope, Hold
from tracker import calendar
from tracker.views.verb import answer, require_role, who

BACK = "hold"


def show(request: HttpRequest) -> HttpResponse:
    """The present hold with what waits; or the form that begins one."""
    require_role(rules.keeps_the_mail(request.actor))
    hold = Hold.objects.current()
    if not hold or request.method == "POST":
        return _begin(request)
    waiting = Envelope.objects.waiting()
    context = {"hold": hold, "kinds": waiting.by_kind(), "count": waiting.count(), "now": timezone.now()}
    return render(request, "notifications/hold.html", context)


def _begin(request: HttpRequest) -> HttpResponse:
    back = BACK if request.method == "POST" else "mail-log"  # who changes his mind came from there
    return answer(
        request, WhyForm(request, Hold()), lambda reason: Hold.objects.begin(
            cause=Hold.Cause.BY_HAND, note=reason, **who(request)),
        title=_("Hold all mail"), submit=_("Hold all mail"), done=_("Sending is held: no mail leaves."),
        back=reverse(back), template="notifications/hold_new.html", holds=Hold.objects.of_late(),
    )  # fmt: skip


def release(request: HttpRequest) -> HttpResponse:
    """Confirm with numbers and names: this many mails leave, to these people."""
    require_role(rules.keeps_the_mail(request.actor))
    if not (hold := _hold(request)):
        return redirect(BACK)
    count = Envelope.objects.waiting().count()
    return answer(
        request, OnceForm(request, hold), lambda: hold.release(**who(request)), title=_("Release the mails"),
        submit=ngettext("Send %d mail", "Send %d mails", count) % count if count else _("Release"),
        done=_("Sending is released: the mails leave within a minute."), back=reverse("mail-log"),
        template="notifications/hold_release.html", units=_units(),
    )  # fmt: skip


def discard(request: HttpRequest) -> HttpResponse:
    """None of what waits shall leave."""
    require_role(rules.keeps_the_mail(request.actor))
    if not (hold := _hold(request)):
        return redirect(BACK)
    count = Envelope.objects.waiting().count()
    return answer(
        request, WhyForm(request, hold), lambda reason: hold.discard_waiting(reason=reason, **who(request)),
        title=_("Discard all mails that wait"), done=_("The mails are discarded."), back=reverse(BACK),
        submit=ngettext("Discard %d mail", "Discard %d mails", count) % count,
        template="notifications/hold_release.html", units=_units(),
        explain=_("They are never sent, and what they were to tell is not told."),
    )  # fmt: skip


def _units() -> list[dict]:
    return Envelope.objects.waiting().by_unit(calendar.today())


def _hold(request: HttpRequest) -> Hold | None:
    """The hold to be ended. When it has just ended, a form that was sent is still answered with the verb's words."""
    return Hold.objects.current() or (Hold.objects.first() if request.method == "POST" else None)
