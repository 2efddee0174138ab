"""The personal calendar: its secret address is made and ended by its person, and read by calendars without log-in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from notifications.calendar_file import written
from notifications.feed import entries_for, fingerprint
from notifications.models import CalendarFeed
from tracker import calendar
from tracker.errors import Stale
from tracker.models import Actor
from tracker.views.verb import SeeOther

MOST_DIGITS = 9


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """How to subscribe. A POST makes a new address, which stands on this one answer and nowhere else."""
    if request.method != "POST":
        return _page(request)
    try:
        secret = CalendarFeed.objects.renew(request.user, seen=_seen(request))
    except Stale as refusal:
        return _page(request, status=409, refusal=refusal)
    return _page(request, address=settings.SITE_URL + reverse("calendar-feed", args=[secret]))


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """The address is dead at once; calendars that ask for it are told that there is nothing."""
    CalendarFeed.objects.end(request.user)
    messages.success(
        request, _("The address no longer works. Remove the calendar from your phone or computer, too.")
    )
    return SeeOther(reverse("settings-calendar"))


@login_not_required
@require_safe
def read(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar behind a secret address; 304 when it is as the asker has it, 404 when nobody may read it."""
    feed, reader = _known(secret)
    with translation.override(feed.user.language):
        entries = entries_for(reader, calendar.today())
        feed.was_read(fingerprint(entries, feed.user.language), now=timezone.now(), today=calendar.today())
        return _private(_unless_known(request, feed, entries))


def _page(request, *, status: int = 200, **context) -> HttpResponse:
    feed = CalendarFeed.objects.filter(user=request.user).first()
    return render(request, "notifications/calendar.html", {"feed": feed, **context}, status=status)


def _seen(request) -> int:
    """Which address the person had when the page was opened; nonsense counts as none."""
    typed = request.POST.get("number", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS else 0


def _known(secret: str) -> tuple[CalendarFeed, Actor]:
    """The feed and its reader; a person without a role has nothing to read."""
    feed = CalendarFeed.objects.at(secret).first()
    reader = Actor.of(feed.user, today=calendar.today(), channel="calendar") if feed else None
    if reader is None or not reader.memberships:
        raise Http404
    return feed, reader


def _unless_known(request, feed: CalendarFeed, entries: list) -> HttpResponse:
    """The file, with what it can be recognised by; or only that nothing has changed."""
    etag, changed = f'"{feed.contents}"', int(feed.changed_at.timestamp())
    return get_conditional_response(request, etag, changed, _file(feed, entries, etag))


def _file(feed: CalendarFeed, entries: list, etag: str) -> HttpResponse:
    body = written(
        entries, feed.changed_at, x_wr_calname=_("Administrative reform deadlines"), x_published_ttl="PT6H"
    )
    headers = {
        "ETag": etag,
        "Last-Modified": http_date(feed.changed_at.timestamp()),
        "Content-Disposition": 'inline; filename="viec.ics"',
    }
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)


def _private(response: HttpResponse) -> HttpResponse:
    """For its person alone, and asked for anew each time."""
    patch_cache_control(response, private=True, no_cache=True)
    return response
