"""The star: an action somebody keeps an eye on."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tracker.models import Watch

from .verb import SeeOther, find_action, link


@require_POST
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin or end watching; doing it twice is doing it once."""
    action = find_action(request, ref)
    (Watch.end if request.POST.get("watch") == "no" else Watch.begin)(request.user, action)
    return SeeOther(link(action))
