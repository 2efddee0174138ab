"""The log of mails, and each mail as it was sent. Home Affairs and administrators see all, others their own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from notifications import health
from notifications.engine import message
from notifications.filters import MailFilter
from notifications.models import Envelope
from notifications.paging import newest_first
from tracker import rules

ROWS = 50
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    mine = Envelope.objects.visible_to(request.actor).select_related("recipient")
    found = MailFilter(request.GET, mine)
    page = newest_first(found.qs.defer("text", "html"), request.GET, ROWS)
    checks = health.report(timezone.now()) if rules.may_read_mail_log(request.actor) else None
    context = {"filter": found, "page": page, "health": checks, "reads_all": checks is not None}
    return render(request, "notifications/mail_log.html", context, status=200 if found.is_valid() else 400)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    mail = _mail(request, pk)
    contents = mail.obligations.select_related("rule").order_by("subject_ref", "pk")
    return render(
        request, "notifications/mail.html", {"mail": mail, "contents": contents, "tries": mail.tries.all()}
    )


@require_safe
def eml(request: HttpRequest, pk: int) -> HttpResponse:
    """The mail as a file that mail programs open."""
    mail = _mail(request, pk)
    headers = {"Content-Disposition": f'attachment; filename="{mail.business_date}-{mail.pk}.eml"'}
    return HttpResponse(
        message.payload(mail, mail.sent_at or mail.created_at), "message/rfc822", headers=headers
    )


@require_safe
def html(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML part as it was sent, in a box from which nothing gets out and nothing is loaded."""
    return HttpResponse(_mail(request, pk).html, headers={"Content-Security-Policy": SANDBOX})


def _mail(request: HttpRequest, pk: int) -> Envelope:
    return get_object_or_404(Envelope.objects.visible_to(request.actor).select_related("recipient"), pk=pk)
