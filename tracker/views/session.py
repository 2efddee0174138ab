"""The log-in lasts for some hours; whoever is still writing makes it last longer."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST


@require_POST
def extend(request: HttpRequest) -> JsonResponse:
    """The log-in lasts as long again as from the beginning; answers for how many seconds, and whose it is."""
    begin(request)
    return JsonResponse({"seconds": int(request.session.get_expiry_age()), "person": request.user.pk})


@receiver(user_logged_in, dispatch_uid="tracker.views.session.begin")
def begin(request: HttpRequest, **_) -> None:
    """The moment at which the log-in ends is kept, so that pages can say how much time is left."""
    request.session.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))
