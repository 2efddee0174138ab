"""Short help: what to do, by when, whom to ask."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def show(request: HttpRequest) -> HttpResponse:
    """Help is open to everybody, also to those who cannot log in."""
    return render(request, "tracker/help.html")
