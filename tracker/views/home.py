"""The way in: each role has a home of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def show(request: HttpRequest) -> HttpResponse:
    """Lead everybody to the page that is about his work."""
    return redirect(home_of(request.actor))


def home_of(actor) -> str:
    """The name of the role's own page."""
    if actor.is_home_affairs or actor.is_admin:
        return "follow-up"
    return "overview" if actor.is_leadership or actor.is_inspector else "my-work"
