"""A draft with lines of two units, and the same plan issued."""

from datetime import date

import pytest

from tests import factories
from tests.calling import Caller
from tests.factories import ISSUED, actor

PLAN = "plans/2022/"


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def other_action(review, health, foreign_official, home_affairs):
    """An accepted action of the Department of Health."""
    weakness = factories.weakness(review, health, home_affairs, title="Hồ sơ y tế trễ hạn")
    return factories.tracked_action(weakness, foreign_official, home_affairs, due_on=date(2022, 10, 31))


@pytest.fixture
def draft(action, other_action, home_affairs):
    """Two lines of one index."""
    return factories.Plan.compile(action.weakness.review, by=actor(home_affairs), today=ISSUED)


@pytest.fixture
def issued(draft, home_affairs):
    return factories.issued_plan(draft.review, home_affairs)


@pytest.fixture
def snv(home_affairs) -> Caller:
    return Caller(home_affairs)


@pytest.fixture
def unit(official) -> Caller:
    return Caller(official)


@pytest.fixture
def items(draft) -> list:
    return list(draft.items.order_by("position"))


@pytest.fixture
def waiting(draft, weakness, official, home_affairs):
    """An action accepted after the draft was compiled."""
    return factories.tracked_action(weakness, official, home_affairs)


@pytest.fixture
def begun(snv, issued) -> dict:
    return snv.change(f"{PLAN}amendments/", issued.version, reason="Sắp xếp lại bộ máy.").json()


@pytest.fixture
def amend(snv, begun):
    """Sends one change of the amendment at the version it is at."""
    address = f"{PLAN}amendments/{begun['id']}/"

    def send(what: str, **words):
        return snv.change(f"{address}{what}/", snv.read(address).json()["version"], **words)

    return send
