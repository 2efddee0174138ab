"""`/health` for machines: 200 when all that reminders need is there, 503 when something is late or down.

`/tinh-trang/` says the same to people; the details are for those who can do something about them.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from notifications import rules
from notifications.watching import health


@login_not_required
@never_cache
@require_safe
def show(request: HttpRequest) -> JsonResponse:
    with translation.override("en"):
        report = health.report(timezone.now())
    return JsonResponse(report, status=200 if report["status"] == "ok" else 503)


@never_cache
@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """The same report in the reader's language."""
    now = timezone.now()
    context = {"health": health.report(now), "at": now, "sees_details": rules.keeps_the_mail(request.actor)}
    return render(request, "notifications/status.html", context)
