"""From an empty site to its first review: what is done and what comes next. Nothing is stored; it is looked up."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker.models import Index, Membership, Province, Review, Unit, User
from tracker.models.actor import WORKING_ROLES


@dataclass(frozen=True)
class Step:
    """One thing to do: where, whether it is done, and how far it is."""

    name: str
    title: str
    address: str
    is_done: bool
    words: str = ""


def is_over() -> bool:
    """Once a review has been opened nobody needs to be led any more."""
    return Review.objects.opened().exists()


def set_up() -> list[Step]:
    """The four steps of setting up, in the order in which they are taken."""
    written = Province.objects.first()
    province, is_named = written or Province.current(), written is not None
    return [
        Step("account", _("Your account"), reverse("settings"), User.objects.exists()),
        Step("province", _("The province"), reverse("first-run-province"), is_named,
             province.name if is_named else ""),
        Step("mail", _("E-mail"), reverse("first-run-mail"), bool(settings.EMAIL_HOST) or province.goes_without_mail,
             _mail(province)),
        Step("data", _("Units and indices"), reverse("first-run-data"), _has_units() and Index.objects.exists(),
             _("%(units)s units, %(indices)s indices") % {"units": _units(), "indices": Index.objects.count()}),
    ]  # fmt: skip


def towards_the_review(today: date) -> list[Step]:
    """What stands between a site that is set up and its first review."""
    review = Review.objects.held_here().order_by("-year").first()
    reached, units = _reached(today), _units()
    return [
        Step("people", _("Invite the people of the units"), reverse("units"), bool(units) and reached == units,
             _("%(reached)s of %(units)s units") % {"reached": reached, "units": units}),
        Step("review", _("The review is prepared and opened"),
             reverse("review", args=[review.year]) if review else reverse("review-new"),
             is_over(), str(review or "")),
    ]  # fmt: skip


def next_of(steps: list[Step]) -> Step | None:
    """The first that is not done."""
    return next((step for step in steps if not step.is_done), None)


def _mail(province: Province) -> str:
    if settings.EMAIL_HOST:
        return settings.EMAIL_HOST
    return _("left for later: nobody receives anything yet") if province.goes_without_mail else ""


def _has_units() -> bool:
    """More than the department that was made together with the first account."""
    return Unit.objects.reviewed().count() > 1


def _units() -> int:
    return Unit.objects.reviewed().count()


def _reached(today: date) -> int:
    """Units in which somebody who does their work can log in."""
    held = Membership.objects.valid_on(today).filter(role__in=WORKING_ROLES, user__is_active=True)
    return Unit.objects.reviewed().filter(pk__in=held.values("unit")).count()
