"""In whose name a command acts: a person's, when an address is given, else the command's own."""

from collections.abc import Callable
from datetime import date

from django.core.management.base import CommandError

from tracker.errors import Invalid, Refused
from tracker.models import Actor, User


def actor_named(email: str | None, command: str, today: date) -> Actor:
    """The person with the roles of today, or the command. An address nobody has is refused in one line."""
    if email is None:
        return Actor.system(command)
    person = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is None:
        raise CommandError(f"Nobody here has the address {email} and an active account.")
    return Actor.of(person, today=today, channel="command")


def told_in_one_line(verb: Callable, **words) -> object:
    """Do it; what the rules refuse becomes the command's one line."""
    try:
        return verb(**words)
    except (Refused, Invalid) as refusal:
        raise CommandError(str(refusal)) from None
