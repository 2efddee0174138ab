"""What a person settles for himself, and the password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tracker.errors import require
from tracker.forms.settings import PasswordForm, SettingsForm
from tracker.models import User

from .verb import SeeOther

READ_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_POST
def show(request: HttpRequest) -> HttpResponse:
    """How to be reached and how pages look; in force from the next page on."""
    person = User.objects.get(
        pk=request.user.pk
    )  # the page shows what is kept, also while something is wrong
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=person)
    if not form.is_bound or not form.is_valid():
        return render(request, "tracker/settings.html", {"form": form}, status=422 if form.is_bound else 200)
    form.save()
    with translation.override(person.language):
        messages.success(request, _("Your settings are kept."))
    return SeeOther(reverse("settings"))


@READ_OR_POST
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    """A new password ends every other log-in of the person; this one goes on."""
    form = PasswordForm(request.user, request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return render(request, "tracker/password.html", {"form": form}, status=422 if form.is_bound else 200)
    require(not request.user.is_sample, _("The password of a sample account is the same for everybody."))
    form.save()
    update_session_auth_hash(request, form.user)
    messages.success(
        request, _("The password is changed. Wherever else you were logged in, you no longer are.")
    )
    return SeeOther(reverse("settings"))
