"""The way to what waits for Home Affairs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tracker import queues, rules

from .verb import require_role


def lead(request: HttpRequest) -> HttpResponse:
    """Lead to the queue in which a case has waited longest."""
    require_role(rules.may_see_queues(request.actor))
    return redirect(queues.longest(request.actor).route)
