"""A mail server that listens, and days that are lived through."""

from datetime import date

import pytest

from tests.notifications.days import tick
from tests.notifications.ledger import live_a_fortnight
from tests.notifications.sink import Sink

QUIET_SATURDAY = date(2022, 6, 25)  # news leaves, bundles do not


@pytest.fixture
def sink(settings):
    with Sink() as sink:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        yield sink


@pytest.fixture
def old_news(action, head):
    """What has happened so far was told already; nobody owes a submission any more."""
    action.weakness.review.submissions.update(state="exempt")
    tick(QUIET_SATURDAY)
    return action


@pytest.fixture
def fortnight(old_news, official, head, home_affairs):
    """The action of the cast after fourteen days of ledger, up to 08/09/2022."""
    return live_a_fortnight(old_news, official, head, home_affairs)
