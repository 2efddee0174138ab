"""`/metrics` for Prometheus: figures without names, for a token or an administrator's own browser."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST
from rest_framework.exceptions import AuthenticationFailed

from notifications import rules
from notifications.watching import metrics
from tracker.api.authentication import TokenAuthentication
from tracker.models import Actor

NOT_FOR_YOU = (
    "Send the header “Authorization: Bearer” with the API token of somebody who watches the whole province.\n"
)


@login_not_required
@never_cache
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    if not _may_read(request):
        headers = {"WWW-Authenticate": "Bearer"}
        return HttpResponse(NOT_FOR_YOU, "text/plain; charset=utf-8", status=401, headers=headers)
    return HttpResponse(metrics.written_out(timezone.now()), CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    """By the token that was sent; without one by the log-in of an administrator."""
    try:
        found = TokenAuthentication().authenticate(request)
    except AuthenticationFailed:
        return False
    if found:
        person, held = found
        return rules.may_read_metrics(Actor.holding(person, held, channel="api"))
    return request.actor.is_admin
