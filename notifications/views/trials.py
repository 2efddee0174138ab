"""A test mail to oneself: asked for with one click, answered with the mail server's own words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from notifications import rules, trial
from notifications.forms.once import OnceForm
from tracker.errors import Invalid
from tracker.models import Receipt
from tracker.views.verb import SeeOther, require_role


def create(request: HttpRequest) -> HttpResponse:
    """Send it now and show what came of it; a second click shows the first one's answer."""
    require_role(rules.keeps_the_mail(request.actor))
    if request.method != "POST":
        return redirect("mail-log")
    form, now, begun = OnceForm(request, None), timezone.now(), []
    if not form.is_valid():
        raise Invalid({"idempotency": _("Ask for the test mail from the log of e-mails.")})

    def begin() -> tuple[int, dict]:
        begun.append(trial.begin(by=request.actor, now=now))
        return 303, {"mail": begun[0].pk}

    _status, told = Receipt.once(request.user, form.cleaned_data["idempotency"], b"test mail", begin)
    for mail in begun:
        trial.hand_in(mail, now)
    return SeeOther(reverse("mail", args=[told["mail"]]))
