"""`/health` for machines: 200 when all that reminders need is there, 503 when something is late or down."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from notifications import health


@login_not_required
@never_cache
@require_safe
def show(request: HttpRequest) -> JsonResponse:
    with translation.override("en"):
        report = health.report(timezone.now())
    return JsonResponse(report, status=200 if report["status"] == "ok" else 503)
