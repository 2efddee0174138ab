"""Plans as drafts and as issued ones, and templates as offices change them."""

import pytest

from plans.models import Plan
from tests import factories
from tests.reading import in_english


@pytest.fixture
def english(official, head, home_affairs):
    in_english(official, head, home_affairs)


@pytest.fixture
def draft(action, review, home_affairs) -> Plan:
    return Plan.compile(review, by=factories.actor(home_affairs), today=factories.ISSUED)


@pytest.fixture
def issued(action, review, home_affairs) -> Plan:
    return factories.issued_plan(review, home_affairs)
