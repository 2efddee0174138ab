"""A fortnight of the ledger, and what a clumsy administrator does to it."""

from datetime import date, time

from django.db import connection
from django.db.models.functions import Now

from notifications.models import Discrepancy, Obligation
from tests import factories
from tests.notifications.days import at, live

LAST = date(2022, 9, 8)  # the action was due on 31/08: overdue by four working days
NOW = at(LAST, time(9))
HANDED_OVER = date(2022, 8, 30)


def live_a_fortnight(old_news, official, head, home_affairs):
    """Fourteen days of ledger: the action of the cast, and one the head hands over to Khởi."""
    live(date(2022, 8, 19), date(2022, 8, 29))
    second = factories.tracked_action(old_news.weakness, head, home_affairs)
    second.assign(by=factories.actor(home_affairs), today=HANDED_OVER, owner=official)
    live(HANDED_OVER, LAST)
    return old_news


def found() -> list[tuple]:
    names = "kind", "subject_ref", "recipient__email", "rule__code", "due_on", "occurrence"
    return list(Discrepancy.objects.current().values_list(*names))


def delete(**key) -> Obligation:
    """What a clumsy administrator does in the database, past every verb."""
    lost = Obligation.objects.get(**key)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM notifications_obligation WHERE id = %s", [lost.pk])
    return lost


def named(kind: str, row: Obligation) -> tuple:
    return kind, row.subject_ref, row.recipient.email, row.rule.code, row.due_on, row.occurrence


def rogue(row: Obligation, **changes) -> Obligation:
    """A line somebody wrote into the ledger by hand: a copy of this one with something changed."""
    row.pk = None
    unsent = {"state": "planned", "envelope": None, "reason": "", "written_at": Now()}
    for name, value in (unsent | changes).items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row
