"""The pages for what is not allowed, not there, or broken."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

log = logging.getLogger(__name__)


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    """An incident code, so that whoever looks after the site finds the line in the log."""
    code = getattr(request, "request_id", "")
    log.error("Incident %s at %s", code, request.path)
    return render(request, "500.html", {"code": code}, status=500)
