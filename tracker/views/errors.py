"""The pages for what is not allowed, not there, or broken."""

import logging
import sys

from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tracker.files.cap import BodyTooLarge

DATABASE_IS_AWAY = OperationalError | InterfaceError  # it comes back by itself: 503, not 500
log = logging.getLogger(__name__)


@login_not_required
def unreadable(request: HttpRequest, exception=None) -> HttpResponse:
    """What was sent is too large, not meant for this site, or no text at all."""
    if isinstance(exception, BodyTooLarge):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    """An incident code, so that whoever looks after the site finds the line in the log; programs get it in JSON."""
    code = getattr(request, "request_id", "")
    log.error("Incident %s at %s", code, request.path)
    status = 503 if isinstance(sys.exception(), DATABASE_IS_AWAY) else 500
    if request.path.startswith("/api/v1/"):
        return JsonResponse({"detail": _("Something broke"), "incident": code}, status=status)
    return render(request, "500.html", {"code": code}, status=status)
