"""The public page and a closed period: no axe violation, nothing wider than a phone, on paper without controls."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from plans.models import ClosedPeriod, Plan
from tests import factories
from tracker import calendar

from .test_accessible_pages import SMALL, WCAG

pytestmark = pytest.mark.browser
PUBLIC = "/cong-khai/ke-hoach/2022/"


@pytest.fixture
def issued(action, home_affairs) -> Plan:
    plan = factories.issued_plan(action.weakness.review, home_affairs)
    plan.publish(by=factories.actor(home_affairs), today=factories.SUMMER)
    return plan


@pytest.fixture
def period(issued, home_affairs) -> str:
    by, today = factories.actor(home_affairs), calendar.today()
    closed = ClosedPeriod.close(issued, name="Năm 2022", until=factories.DUE, by=by, today=today)
    return f"/ke-hoach/2022/chot-so/{closed.pk}/"


def faults(page) -> list:
    """What axe says, what is too small to hit, and whether a phone has to scroll sideways."""
    found = [rule["id"] for rule in Axe().run(page, options=WCAG).response["violations"]]
    found += page.evaluate(SMALL)
    page.set_viewport_size({"width": 320, "height": 640})
    return (
        found + ["too wide"] * (page.evaluate("document.documentElement.scrollWidth") > 320) + page.complaints
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_stranger_can_read_the_public_page_with_whatever_he_has(language, issued, open_as):
    page = open_as(None)
    page.goto(f"{PUBLIC}?lang={language}")

    assert page.evaluate("document.documentElement.lang") == language
    assert faults(page) == []


@pytest.mark.parametrize(
    "place",
    ["tien-do/?on=2022-10-31&since=2022-08-31&by=unit", "cong-khai/", "chot-so/moi/?name=Q&until=2022-09-30"],
)
def test_the_pages_of_an_issued_plan_are_accessible(place, issued, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(f"/ke-hoach/2022/{place}")

    assert faults(page) == []


def test_a_closed_period_is_accessible_and_prints_without_controls(period, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(period)
    assert faults(page) == []
    page.emulate_media(media="print")

    assert page.locator(".nav, .btn").locator("visible=true").count() == 0
    assert page.locator("table").first.is_visible()
