"""What every mail looks like, with sample content: for whoever answers for the wording, before anybody receives it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from notifications.mails import samples
from notifications.mails.letter import Letter
from notifications.models import ReminderRule
from tracker import calendar, rules
from tracker.models import User
from tracker.views.verb import require_role

from .mails import SANDBOX


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every kind: what it is called, when it is sent, to whom, and its subject."""
    require_role(rules.may_read_mail_log(request.actor))
    letters = samples.letters(list(samples.SAMPLES), get_language(), timezone.now())
    known = {rule.code: rule for rule in ReminderRule.objects.in_force(calendar.today())}
    previews = [
        {"name": name, "sample": sample, "letter": letters[name], "rule": known.get(sample.kind)}
        for name, sample in samples.SAMPLES.items()
    ]
    return render(request, "notifications/mail_previews.html", {"previews": previews})


@require_safe
def detail(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """One mail in one language: subject, text, dates, and a link to how it looks."""
    letter = _letter(request, name, language)
    context = {"code": name, "sample": samples.SAMPLES[name], "language": language, "letter": letter}
    context["languages"] = User.Language.choices
    return render(request, "notifications/mail_preview.html", context)


@require_safe
def html(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """The HTML part, in the same box as one that was sent."""
    return HttpResponse(_letter(request, name, language).html, headers={"Content-Security-Policy": SANDBOX})


def _letter(request: HttpRequest, name: str, language: str) -> Letter:
    require_role(rules.may_read_mail_log(request.actor))
    if name not in samples.SAMPLES or language not in User.Language.values:
        raise Http404
    return samples.letters([name], language, timezone.now())[name]
