"""Leadership's page is one sheet on paper, with every unit on it; and both pages are accessible when they are full."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe

from plans.sample import fixtures
from tests import factories
from tests.browser.test_accessible_pages import SMALL, WCAG
from tracker import calendar

pytestmark = pytest.mark.browser
SHEET = re.compile(rb"/Type\s*/Page\b")


def many_units_at_work(number: int, review, home_affairs) -> None:
    """So many units with the names of the sample's, half of them with something overdue for long."""
    names = [row["name_vi"] for row in fixtures.read("units.json")["units"] if row["group"]]
    for place, name in enumerate(names[:number]):
        unit = factories.unit(f"U{place}", name)
        person = factories.person(f"u{place}@sample.test", f"Người {place}", "official", unit)
        index = factories.index(f"INDEX {place % 5}")
        weakness = factories.weakness(review, unit, home_affairs, index=index, criterion=None)
        due = calendar.today() - timedelta(place if place % 2 else -9)
        factories.tracked_action(weakness, person, home_affairs, due_on=due, statement="Rà soát hồ sơ " * 12)


@pytest.fixture
def printed(review, home_affairs, leader, open_as):
    """The page in a province with all its 46 units at work."""
    many_units_at_work(46, review, home_affairs)
    factories.issued_plan(review, home_affairs)
    page = open_as(leader)
    page.goto("/tong-quan/")
    page.emulate_media(media="print")
    return page


def test_all_units_fit_one_sheet_of_paper(printed):
    paper = printed.pdf(prefer_css_page_size=True)

    assert len(SHEET.findall(paper)) == 1
    assert printed.locator(".long tbody tr").count() == 47
    assert printed.locator(".nav, .btn, .filters").locator("visible=true").count() == 0
    assert printed.locator("main h1").is_visible() and printed.locator(".telling").is_visible()


def test_nothing_on_the_sheet_is_wider_than_it(printed):
    printed.set_viewport_size({"width": 702, "height": 1040})  # A4 less its margins, at 96 dots an inch

    assert printed.evaluate("document.documentElement.scrollWidth") <= 702


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("person", "place"), [("leader", "/tong-quan/"), ("home_affairs", "/theo-doi/")])
def test_full_of_work_it_is_accessible_and_fits_a_phone(
    person, place, language, review, home_affairs, leader, open_as, request
):
    many_units_at_work(12, review, home_affairs)
    factories.issued_plan(review, home_affairs)
    page = open_as(request.getfixturevalue(person))
    page.goto(f"{place}?lang={language}")

    assert [rule["id"] for rule in Axe().run(page, options=WCAG).response["violations"]] == []
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.complaints == []
