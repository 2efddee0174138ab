"""What the post notices of a page: that a mail's link was opened, by the person it was sent to."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from notifications.models import Envelope

MOST_DIGITS = 18


class OpenedMiddleware:
    """`?n=<number of the mail>`: the first opening is kept, once. Nothing else changes by reading."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = request.GET.get("n", "") if request.method == "GET" else ""
        if _is_number(number) and request.user.is_authenticated:
            mine = Envelope.objects.filter(pk=int(number), recipient=request.user, opened_at=None)
            mine.update(opened_at=timezone.now())
        return self.get_response(request)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
