"""The plan for everybody: open without a log-in while Home Affairs has put it up, else not there."""

from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from plans.models import Plan
from plans.publication.public_plan import PublicPlan
from tracker import calendar

SECONDS = 300


@login_not_required
@require_safe
def show(request: HttpRequest, year: int) -> HttpResponse:
    """The same page for whoever asks, so that a cache may keep it for some minutes."""
    plan = get_object_or_404(Plan.objects.select_related("review"), review__year=year - 1)
    if not plan.is_published:
        raise Http404
    published = PublicPlan(plan, calendar.today(), request.GET)
    response = render(request, "plans/public/plan.html", {"published": published, "plan": plan})
    return _cacheable(request, response)


def _cacheable(request, response: HttpResponse) -> HttpResponse:
    """With its digest: whoever has this page already is told so in a line."""
    patch_cache_control(response, public=True, max_age=SECONDS)
    etag = quote_etag(sha256(response.content).hexdigest())
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)
