"""What is done about mails by hand: send again, discard, and both for many at once."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from notifications import rules
from notifications.forms.once import OnceForm, WhyForm
from notifications.models import Envelope
from notifications.models.envelope_verbs import MOST_AT_ONCE
from tracker import calendar
from tracker.views.verb import answer, ask, require_role, who

from .mails import failed_lately, find_mail


def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue a failed mail once more."""
    mail = find_mail(request, pk)
    ask(request, rules.may_send_again, mail)
    return answer(
        request, OnceForm(request, mail), lambda: mail.send_again(by=request.actor, now=timezone.now()),
        title=_("Send the mail again"), submit=_("Send again"), back=reverse("mail", args=[pk]),
        done=_("The mail is queued again; it leaves within a minute, unless sending is held."),
        explain=_("It goes to %(address)s, the present address of the recipient.") % {"address": mail.recipient.email},
    )  # fmt: skip


def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why a mail shall not leave."""
    mail = find_mail(request, pk)
    ask(request, rules.may_discard, mail)
    return answer(
        request, WhyForm(request, mail), lambda reason: mail.discard(reason=reason, **who(request)),
        title=_("Discard the mail"), submit=_("Discard the mail"), back=reverse("mail", args=[pk]),
        done=_("The mail is discarded."), explain=_discarding(mail),
    )  # fmt: skip


def send_failed_again(request: HttpRequest) -> HttpResponse:
    """All that failed within a week, of everybody or of one person, once more."""
    require_role(rules.keeps_the_mail(request.actor))
    failed = _failed(request)
    count = min(failed.count(), MOST_AT_ONCE)
    return answer(
        request, OnceForm(request, None), lambda: failed.send_again(by=request.actor, now=timezone.now()),
        title=_("Send again what failed"), back=reverse("mail-log"),
        submit=ngettext("Send %d mail again", "Send %d mails again", count) % count,
        done=_("The mails are queued again; they leave within a minute, unless sending is held."),
        template="notifications/mails_again.html", people=failed.by_recipient(), count=count,
    )  # fmt: skip


def _discarding(mail: Envelope) -> str:
    told = mail.obligations.filter(state="bound").count()
    words = ngettext(
        "It will never be sent to %(name)s, and the %(count)s reminder in it is not told.",
        "It will never be sent to %(name)s, and the %(count)s reminders in it are not told.",
        told,
    )
    return words % {"name": mail.recipient.full_name, "count": told}


def _failed(request: HttpRequest):
    """Of the person named in the address, or of everybody; nonsense names nobody."""
    failed = failed_lately(calendar.today())
    if person := request.GET.get("person", ""):
        is_number = person.isascii() and person.isdecimal() and len(person) < 10
        return failed.filter(recipient=int(person)) if is_number else failed.none()
    return failed
