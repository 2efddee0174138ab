"""The log of mails, and each mail as it was sent. Home Affairs and administrators see all, others their own."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from notifications import rules
from notifications.engine import message
from notifications.filters import MailFilter
from notifications.models import Envelope
from notifications.paging import latest_day_first, newest_first
from notifications.watching.overview import Watch
from tracker import calendar
from tracker.models import Event

ROWS = 50
LATELY = timedelta(days=7)
UNREAD = ("text", "html", "calendar")
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The log, and above it, for those who see to the mails, how the sending goes."""
    today = calendar.today()
    mine = Envelope.objects.visible_to(request.actor).select_related("recipient").defer(*UNREAD)
    found = MailFilter(request.GET, mine, today=today)
    order = latest_day_first if found.is_by_day else newest_first
    context = {"filter": found, "page": order(found.qs, request.GET, ROWS), "today": today}
    if rules.keeps_the_mail(request.actor):
        context |= {"watch": Watch.at(timezone.now()), "failed_lately": failed_lately(today).count()}
    return render(request, "notifications/mail_log.html", context, status=200 if found.is_valid() else 400)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail: what it said, what became of it, and what can be done about it."""
    mail, actor = find_mail(request, pk), request.actor
    context = {
        "mail": mail, "contents": mail.obligations.select_related("rule").order_by("subject_ref", "pk"),
        "tries": mail.tries.all(), "events": Event.objects.of(mail).select_related("unit"),
        "may_send_again": rules.may_send_again(actor, mail), "may_discard": rules.may_discard(actor, mail),
        "keeps_the_mail": rules.keeps_the_mail(actor),
    }  # fmt: skip
    return render(request, "notifications/mail.html", context)


@require_safe
def eml(request: HttpRequest, pk: int) -> HttpResponse:
    """The mail as a file that mail programs open."""
    mail = find_mail(request, pk)
    headers = {"Content-Disposition": f'attachment; filename="{mail.business_date}-{mail.pk}.eml"'}
    return HttpResponse(
        message.payload(mail, mail.sent_at or mail.created_at), "message/rfc822", headers=headers
    )


@require_safe
def html(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML part as it was sent, in a box from which nothing gets out and nothing is loaded."""
    return HttpResponse(find_mail(request, pk).html, headers={"Content-Security-Policy": SANDBOX})


def find_mail(request: HttpRequest, pk: int) -> Envelope:
    """The mail of this number; one the asker may not read does not exist for him."""
    return get_object_or_404(Envelope.objects.visible_to(request.actor).select_related("recipient"), pk=pk)


def failed_lately(today):
    """What failed within a week and can be sent again."""
    return Envelope.objects.filter(business_date__gte=today - LATELY).to_send_again()
