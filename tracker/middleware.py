"""What every request passes: a number for it, the reader's language, who acts, and refusals as answers."""

import re
import uuid

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from tracker import calendar
from tracker.errors import Invalid, Refused
from tracker.models import Actor, User
from tracker.views import errors, refusals

REQUEST_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")
NO_COLUMN_HOLDS_IT = DataError | OverflowError  # a zero byte, a number of thirty digits
ONE_YEAR = 365 * 24 * 60 * 60


class PageCompression(GZipMiddleware):
    """Pages travel compressed; files and the API's answers, which carry lengths and versions, as they are."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        is_page = response.get("Content-Type", "").startswith("text/html")
        return super().process_response(request, response) if is_page else response


class ActorMiddleware:
    """Gives the request its number and, when somebody asks, its actor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = _request_id(request)
        request.actor = SimpleLazyObject(lambda: _actor(request))
        response = self.get_response(request)
        response["X-Request-ID"] = request.request_id
        return response


class LanguageMiddleware:
    """Answers in the person's language; `?lang=en` changes it and leads to the same address without it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        wanted = request.GET.get("lang")
        if request.method == "GET" and wanted in User.Language.values:
            return _switch(request, wanted)
        with translation.override(_language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            return response


class LogInMiddleware(LoginRequiredMiddleware):
    """Closed by default. What was typed after the log-in had ended is shown once more, to be copied.

    A part of a page is not replaced by the log-in page: it is told 401, and the page says so.
    """

    def handle_no_permission(self, request: HttpRequest, view_func) -> HttpResponse:
        if request.method == "POST" or "HX-Request" in request.headers:
            return refusals.logged_out(request)
        return super().handle_no_permission(request, view_func)


class RefusalMiddleware:
    """A refusal is an answer: 409 with the same words and the typed text; what cannot be taken is 422."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Refused):
            return refusals.refused(request, error)
        if isinstance(error, NO_COLUMN_HOLDS_IT):
            return errors.unreadable(request, error)
        return refusals.invalid(request, error) if isinstance(error, Invalid) else None


def _request_id(request) -> str:
    given = request.headers.get("X-Request-ID", "")
    return given if REQUEST_ID.match(given) else uuid.uuid4().hex


def _actor(request) -> Actor:
    if not request.user.is_authenticated:
        return Actor(None, "")
    return Actor.of(request.user, today=calendar.today(), channel="page", request_id=request.request_id)


def _language(request) -> str:
    chosen = (
        request.user.language
        if request.user.is_authenticated
        else request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    )
    return chosen if chosen in User.Language.values else settings.LANGUAGE_CODE


def _switch(request, language: str) -> HttpResponse:
    if request.user.is_authenticated:
        User.objects.filter(pk=request.user.pk).update(language=language)
    query = request.GET.copy()
    del query["lang"]
    here = "/" + request.path.lstrip("/")  # "//elsewhere" would lead to another site
    response = HttpResponseRedirect(here + (f"?{query.urlencode()}" if query else ""))
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=ONE_YEAR, samesite="Lax", httponly=True,
                        secure=request.is_secure())  # fmt: skip
    return response
