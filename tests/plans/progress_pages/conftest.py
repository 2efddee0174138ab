"""A plan of two departments in the autumn of 2022, with work of every kind, done on dates one can reckon with.

Sở TN&MT: one done on time, one done late, one overdue, one extended and still to do, one dropped.
Sở Y tế: one done on time after an extension, one reported and waiting.
"""

from datetime import date

import pytest

from plans.models import Plan
from tests import factories
from tests.factories import DUE, SUMMER, actor
from tracker.models import Action, ExtensionRequest

AUGUST, SEPTEMBER, OCTOBER = date(2022, 8, 31), date(2022, 9, 30), date(2022, 10, 31)


@pytest.fixture
def elsewhere(review, health, home_affairs, foreign_official):
    return factories.weakness(review, health, home_affairs, index=factories.index("PAPI"), criterion=None)


@pytest.fixture
def plan(weakness, official, home_affairs, elsewhere, foreign_official, review) -> Plan:
    here, there = (weakness, official, home_affairs), (elsewhere, foreign_official, home_affairs)
    mine = [factories.tracked_action(*here, expected_evidence=["Báo cáo", "Quyết định"]) for _ in range(5)]
    theirs = [factories.tracked_action(*there, expected_evidence=["Báo cáo"]) for _ in range(2)]
    issued = factories.issued_plan(review, home_affairs)
    mine, theirs = map(fresh, (mine, theirs))
    done(mine[0], official, home_affairs, SUMMER)
    done(mine[1], official, home_affairs, date(2022, 9, 12))
    extended(mine[3], official, home_affairs, date(2022, 10, 15))
    mine[4].drop(by=actor(home_affairs), today=SUMMER, reason="Không còn phù hợp")
    extended(theirs[0], foreign_official, home_affairs, date(2022, 9, 20))
    done(theirs[0], foreign_official, home_affairs, date(2022, 9, 15))
    reported(theirs[1], foreign_official, date(2022, 8, 30))
    return issued


def fresh(actions: list[Action]) -> list[Action]:
    return [Action.objects.get(pk=action.pk) for action in actions]


def reported(action: Action, owner, day: date) -> Action:
    """Proven as expected, and reported; late with its cause."""
    for expected in action.missing_evidence():
        action.add_document(by=actor(owner), today=day, number="1/BC", issued_on=SUMMER, issuer="Sở",
                            title=expected.description, expected=expected)  # fmt: skip
    action.report(by=actor(owner), today=day, delay_cause="Chờ kinh phí" if day > action.due_on else "")
    return action


def done(action: Action, owner, home_affairs, day: date) -> None:
    reported(action, owner, day).verify(by=actor(home_affairs), today=day)


def extended(action: Action, owner, home_affairs, until: date) -> None:
    request = ExtensionRequest.objects.ask(
        action, by=actor(owner), today=DUE, requested_due_on=until, reason="Chờ kinh phí"
    )
    request.approve(by=actor(home_affairs), today=DUE)
    action.refresh_from_db()
