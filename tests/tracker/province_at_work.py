"""A province in the middle of its plan: two departments and a body outside the groups, with work of every kind."""

from datetime import date, timedelta

from tests import factories
from tests.factories import actor
from tracker import calendar
from tracker.models import ExtensionRequest, Question

LONG_AGO = timedelta(days=20)


def days_ahead(days: int) -> date:
    return calendar.today() + timedelta(days)


def due_in(days: int, weakness, owner, home_affairs, **fields):
    return factories.tracked_action(weakness, owner, home_affairs, due_on=days_ahead(days), **fields)


def reported_on(day: date, action, owner):
    """Proven and reported on that day; late with its cause."""
    by = actor(owner)
    action.add_document(by=by, today=day, number=f"{action.pk}/BC", issued_on=factories.SUMMER, issuer="Sở",
                        title="Báo cáo")  # fmt: skip
    cause = "Chờ kinh phí" if day > action.due_on else ""
    action.report(by=by, today=day, note="Đã xong", delay_cause=cause)
    return action


def done_on(day: date, action, owner, home_affairs):
    reported_on(day, action, owner).verify(by=actor(home_affairs), today=day)
    return action


def refused_more_time(action, owner, home_affairs):
    request = asked_for_time(action, owner, calendar.today())
    request.refuse(by=actor(home_affairs), today=calendar.today(), reason="Không có lý do khách quan")


def asked_for_time(action, owner, day: date):
    return ExtensionRequest.objects.ask(
        action, by=actor(owner), today=day, requested_due_on=max(day, action.due_on) + timedelta(9),
        reason="Chờ kinh phí",
    )  # fmt: skip


def at_work(weakness, official, home_affairs, elsewhere, foreign_official) -> None:
    """Every state, every span of days overdue, every fault of the record, and all that may wait too long."""
    here = (weakness, official, home_affairs)
    for days in (-1, -7, -8, -16, -30, -31, -90, 0, 7, 8):
        due_in(days, *here)
    due_in(-3, elsewhere, foreign_official, home_affairs)
    due_in(60, elsewhere, foreign_official, home_affairs)
    _ended(here)
    _waiting_for_home_affairs(here)
    _without_anybody(here, foreign_official)


def _ended(here) -> None:
    _, official, home_affairs = here
    done_on(days_ahead(-9), due_in(-5, *here), official, home_affairs)
    done_on(days_ahead(-1), due_in(-4, *here), official, home_affairs)
    due_in(-50, *here).drop(by=actor(home_affairs), today=calendar.today(), reason="Không còn cần")


def _waiting_for_home_affairs(here) -> None:
    _, official, home_affairs = here
    reported_on(calendar.today() - LONG_AGO, due_in(3, *here), official)
    reported_on(calendar.today(), due_in(4, *here), official)
    refused_more_time(due_in(-20, *here), official, home_affairs)
    asked_for_time(due_in(5, *here), official, calendar.today() - LONG_AGO)
    asked_for_time(due_in(6, *here), official, calendar.today())
    asked = calendar.today() - LONG_AGO
    Question.ask(due_in(30, *here), by=actor(official), today=asked, words="Gửi cho ai?")
    Question.ask(due_in(31, *here), by=actor(official), today=calendar.today(), words="Mẫu nào?")


def _without_anybody(here, foreign_official) -> None:
    """One action without an owner, one whose owner works elsewhere, one that moved this week."""
    _, official, _ = here
    nobody, stranger, moving = (due_in(40, *here) for _ in range(3))
    type(nobody).objects.filter(pk=nobody.pk).update(owner=None)
    type(stranger).objects.filter(pk=stranger.pk).update(owner=foreign_official)
    moving.update_progress(by=actor(official), today=calendar.today(), percent=20, note="Đã họp")
