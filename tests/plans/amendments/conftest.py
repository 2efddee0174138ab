"""An issued plan of three lines under two indices, and an amendment of it that changes nothing yet."""

from types import SimpleNamespace

import pytest

from plans.models import Amendment
from tests import factories
from tests.factories import ISSUED, SUMMER, actor


@pytest.fixture
def by(home_affairs) -> dict:
    """Bình, on a day in August."""
    return {"by": actor(home_affairs), "today": SUMMER}


@pytest.fixture
def plan(action, official, home_affairs, review, environment):
    """Line 1 is Khởi's action, line 2 another of PAR INDEX, line 3 stands under PAPI."""
    factories.tracked_action(action.weakness, official, home_affairs)
    papi = factories.index("PAPI")
    under = {"index": papi, "criterion": factories.criterion("PAPI5", papi)}
    other = factories.weakness(review, environment, home_affairs, title="Chậm trả lời", **under)
    papi.position = 9
    papi.save()
    factories.tracked_action(other, official, home_affairs)
    return factories.issued_plan(review, home_affairs)


@pytest.fixture
def lines(plan) -> list:
    return list(plan.items.order_by("position"))


@pytest.fixture
def late_action(plan, action, official, home_affairs):
    """Accepted after the plan was issued."""
    return factories.tracked_action(action.weakness, official, home_affairs, statement="Thuê dịch vụ số hóa")


@pytest.fixture
def amendment(plan, by) -> Amendment:
    return Amendment.begin(plan, **by, reason="Điều chỉnh theo kết luận của UBND tỉnh.")


@pytest.fixture
def paper() -> dict:
    """What the signed paper says."""
    return {
        "number": "205/KH-UBND",
        "issued_on": SUMMER,
        "signer_name": "Nguyễn Văn A",
        "signer_title": "Chủ tịch",
    }


@pytest.fixture
def days() -> SimpleNamespace:
    return SimpleNamespace(issued=ISSUED, today=SUMMER)
