"""A draft plan in which nothing is lacking: one unit answered for its weakness, the others need not hand in."""

import pytest

from plans.models import Plan
from tests import factories
from tests.factories import ACCEPTED, ISSUED, actor
from tests.plans.life.steps import SIGNED


@pytest.fixture
def accepted(complete, official, head, proposed, home_affairs, review):
    """The unit's submission, accepted, with a kind of proof agreed on for its one action."""
    proposed.expected_evidence.create(description="Quyết định ban hành")
    factories.submitted(complete, official, head)
    complete.accept(by=actor(home_affairs), today=ACCEPTED)
    review.submissions.exclude(pk=complete.pk).update(state="exempt")
    proposed.refresh_from_db()
    return proposed


@pytest.fixture
def sound(accepted, review, home_affairs) -> Plan:
    """All checks are met."""
    return Plan.compile(review, by=actor(home_affairs), today=ISSUED)


@pytest.fixture
def line(sound):
    return sound.items.get()


@pytest.fixture
def with_committee(sound, home_affairs) -> Plan:
    sound.send(by=actor(home_affairs), today=ISSUED)
    return sound


@pytest.fixture
def issued(with_committee, home_affairs) -> Plan:
    with_committee.issue(by=actor(home_affairs), today=ISSUED, **SIGNED)
    return with_committee
