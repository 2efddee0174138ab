"""Chasing many units with one text: choose them, choose how sternly, read each letter, send."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from notifications.forms.chases import ChaseForm
from notifications.forms.choosing import Choice
from notifications.models import Chase, Hold
from notifications.models.chase_rules import Occasion
from notifications.models.chase_sending import CHASING, Sent
from notifications.models.chase_subjects import units_with
from tracker import calendar, rules
from tracker.errors import Invalid
from tracker.models import Receipt, Unit
from tracker.views.refusals import Attempt
from tracker.views.verb import SeeOther, require_role

CHOOSE, WRITE = "notifications/chase_choose.html", "notifications/chase_write.html"


def one(request: HttpRequest, code: str) -> HttpResponse:
    """The letter to one unit is written on the same page as those to many."""
    require_role(rules.may_chase(request.actor))
    unit = get_object_or_404(Unit, code=code)
    about = Choice.of(request.GET).about
    return redirect(f"{reverse('chase-many')}?about={about}&level={CHASING}&unit={unit.code}")


def many(request: HttpRequest) -> HttpResponse:
    """First the units and the level are chosen, then the text is written; posting it sends the letters."""
    choice = _choice(request)
    if not (choice.level and choice.units):
        return _choose(request, choice)
    form, context = _writing(request, choice)
    if form.is_bound and form.is_valid():
        return _send(request, form, context)
    return render(request, WRITE, context, status=422 if form.is_bound else 200)


def preview(request: HttpRequest) -> HttpResponse:
    """The same page with the words as typed so far; nothing is sent."""
    form, context = _writing(request, _choice(request))
    return render(request, WRITE, context, status=422 if form.errors else 200)


def _choice(request: HttpRequest) -> Choice:
    require_role(rules.may_chase(request.actor))
    return Choice.of(request.POST if request.method == "POST" else request.GET)


def _occasions(request: HttpRequest, units: list[Unit], about: str) -> list[Occasion]:
    return Chase.objects.occasions(units, by=request.actor, now=timezone.now(), about=about)


def _choose(request: HttpRequest, choice: Choice) -> HttpResponse:
    """The units asked for, ticked where they can be chased; the others that owe something wait below."""
    asked = {unit.pk for unit in choice.units}
    others = [each for each in units_with(choice.about, calendar.today()) if each.pk not in asked]
    occasions = sorted(
        _occasions(request, choice.units + others, choice.about), key=_possible_and_worst_first
    )
    is_empty_handed = bool(choice.level)  # went on without ticking a unit
    wanted = [each for each in occasions if each.unit.pk in asked or not (asked or is_empty_handed)]
    context = {
        "choice": choice, "wanted": wanted, "others": [each for each in occasions if each not in wanted],
        "levels": Chase.Level.choices, "abouts": Chase.About.choices, "is_empty_handed": is_empty_handed,
        "chosen_level": choice.level or CHASING,
        "is_any_possible": not all(each.obstacle for each in occasions),
    }  # fmt: skip
    return render(request, CHOOSE, context, status=422 if is_empty_handed else 200)


def _possible_and_worst_first(occasion: Occasion) -> tuple[bool, int]:
    return bool(occasion.obstacle), -occasion.subject.days


def _writing(request: HttpRequest, choice: Choice) -> tuple[ChaseForm, dict]:
    """The form for those units that can be chased now, and why the others cannot."""
    occasions = _occasions(request, choice.units, choice.about)
    blocked = [(each, each.obstacle) for each in occasions if each.obstacle]
    possible = [each for each in occasions if each not in [occasion for occasion, _why in blocked]]
    form = ChaseForm(request, choice, possible)
    words = ngettext("Send %d letter", "Send %d letters", len(possible)) % len(possible)
    attempt = request.attempt = Attempt(choice, form, _title(choice), words, choice.address)
    return form, {"form": form, "attempt": attempt, "choice": choice, "blocked": blocked}


def _title(choice: Choice) -> str:
    if len(choice.units) == 1:
        return _("Chase %(unit)s") % {"unit": choice.units[0]}
    return _("Chasing letters to %(count)s units") % {"count": len(choice.units)}


def _send(request: HttpRequest, form: ChaseForm, context: dict) -> HttpResponse:
    """Send once, however often it is posted; the page after it says what became of each letter."""
    try:
        key = form.cleaned_data["idempotency"]
        _status, told = Receipt.once(
            request.user, key, form.fingerprint(), lambda: (303, _sent(request, form))
        )
    except Invalid as refusal:
        form.renew_key() if "idempotency" in refusal.errors else form.take(refusal)
        return render(request, WRITE, context, status=422)
    _tell(request, told)
    return SeeOther(told["location"])


def _sent(request: HttpRequest, form: ChaseForm) -> dict:
    """What is kept as the answer to this request."""
    sent = Chase.objects.send_many(
        form.choice.units, by=request.actor, now=timezone.now(), words=form.cleaned_data["words"],
        about=form.choice.about, level=form.choice.level,
    )  # fmt: skip
    refused = [[str(unit), reason] for unit, reason in sent.refused]
    return {"location": _where(sent), "sent": len(sent.letters), "refused": refused}


def _where(sent: Sent) -> str:
    """One letter is read itself; of several, the list."""
    if len(sent.letters) == 1:
        return reverse("chase", kwargs={"pk": sent.letters[0].pk})
    return f"{reverse('chases')}?batch={sent.letters[0].batch}"


def _tell(request: HttpRequest, told: dict) -> None:
    """How many left, how many could not, and why."""
    if not told["refused"]:
        done = ngettext("%d unit is chased.", "%d units are chased.", told["sent"]) % told["sent"]
        is_held = Hold.objects.current() is not None
        mails = _("The mails wait, because sending is held.") if is_held else _("The mails leave at once.")
        messages.success(request, f"{done} {mails}")
        return
    counts = {"sent": told["sent"], "refused": len(told["refused"])}
    messages.success(request, _("Sent %(sent)s, could not send %(refused)s – see why below.") % counts)
    reasons = format_html_join("", "<br>{}: {}", told["refused"])
    messages.error(request, format_html("{}{}", _("Not sent:"), reasons))
