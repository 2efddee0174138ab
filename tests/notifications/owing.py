"""The engine's book-keeping alone: what is owed, before any mail is made of it."""

from datetime import date

from notifications.engine import listen, plan, recheck
from notifications.models import Obligation
from tests.notifications.days import at


def write_down(day: date) -> None:
    """Listen and plan as a turn on that day does."""
    listen.to_news(at(day))
    plan.catch_up(at(day))
    plan.tell_failures(at(day))


def look_again(day: date) -> None:
    """Cancel what no longer holds, as every plan of a day begins."""
    recheck.cancel_planned(day)


def owed(code: str, state: str = "planned") -> set[str]:
    """The addresses of those who are owed something under this rule."""
    rows = Obligation.objects.filter(rule__code=code, state=state)
    return set(rows.values_list("recipient__email", flat=True))


def reasons(code: str) -> list[str]:
    return list(Obligation.objects.filter(rule__code=code).order_by("pk").values_list("reason", flat=True))
