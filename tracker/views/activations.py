"""The way into an account without a password: a link from a mail, and the page that has one sent."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tracker import account_links, calendar
from tracker.forms.people import ForgottenForm, NewPasswordForm
from tracker.models import Actor, User

from .verb import SeeOther

READ_OR_POST = require_http_methods(["GET", "HEAD", "POST"])
DOOR = "tracker.authentication.People"


@READ_OR_POST
@login_not_required
@never_cache
@sensitive_post_parameters()
def activate(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Choose a password and be logged in. Opening the link uses nothing up: mail programs open links, too."""
    person = User.objects.filter(pk=account_links.number_of(uid)).first()
    if person is None or not account_links.is_good(person, token):
        return _too_late(request)
    form = NewPasswordForm(person, request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "tracker/activation.html", {"form": form, "person": person}, status=status)
    by = Actor.of(person, today=calendar.today(), request_id=request.request_id)
    is_kept = person.choose_password(
        form.cleaned_data["new_password1"], is_good=lambda each: account_links.is_good(each, token), by=by,
        today=calendar.today(),
    )  # fmt: skip
    return _enter(request, person) if is_kept else _too_late(request)


@READ_OR_POST
@login_not_required
def forget(request: HttpRequest) -> HttpResponse:
    """The same answer whether there is such an account or not."""
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "tracker/password_forgotten.html", {"form": form}, status=status)
    by = replace(Actor.system("log-in page"), channel="page", request_id=request.request_id)
    User.forget_password(form.cleaned_data["email"], by=by, today=calendar.today(), now=timezone.now())
    messages.success(
        request,
        _("If there is an open account with this address, a mail with a link is on its way. It comes within a few "
          "minutes; look among unwanted mail, too."),
    )  # fmt: skip
    return SeeOther(reverse("login"))


def _enter(request, person: User) -> HttpResponse:
    login(request, person, backend=DOOR)
    messages.success(request, _("Your password is set, and you are logged in."))
    return SeeOther("/")


def _too_late(request) -> HttpResponse:
    """One answer for a link that is over, used, or never was."""
    return render(request, "tracker/link_over.html", status=410)
