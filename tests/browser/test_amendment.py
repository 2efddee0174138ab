"""The pages of versions and amendments: no axe violation, no complaint of the browser, nothing wider than a phone."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from plans.models import Amendment
from tests import factories
from tests.browser.test_accessible_pages import SMALL, WCAG

pytestmark = pytest.mark.browser

PAGES = [
    "phien-ban/", "phien-ban/2/", "dieu-chinh/moi/", "{amendment}", "{amendment}?q=so", "{amendment}ban-hanh/",
    "{amendment}them/", "{amendment}gia-han/", "{amendment}dong/{line}/", "{amendment}dong/{other}/rut/",
]  # fmt: skip


@pytest.fixture
def places(action, official, home_affairs) -> dict:
    """An issued plan of two lines, amended once, and being amended again."""
    factories.tracked_action(action.weakness, official, home_affairs)
    plan = factories.issued_plan(action.weakness.review, home_affairs)
    by = {"by": factories.actor(home_affairs), "today": factories.SUMMER}
    first, second = plan.items.order_by("position")
    done = Amendment.begin(plan, **by, reason="Sau mưa lũ")
    done.change(first, **by, measure="Số hóa toàn bộ hồ sơ", due_on=date(2022, 9, 30), reason="Chờ vốn")
    done.issue(**by, number="205/KH-UBND", issued_on=factories.SUMMER, signer_name="Nguyễn Văn A")
    going_on = Amendment.begin(plan, **by, reason="Theo kết luận")
    first.refresh_from_db()
    going_on.change(first, **by, note="Báo cáo hằng tháng")
    return {"amendment": f"dieu-chinh/{going_on.pk}/", "line": first.pk, "other": second.pk}


@pytest.mark.parametrize("place", PAGES)
def test_a_page_is_accessible_and_fits_a_phone(place, places, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(f"/ke-hoach/2022/{place.format(**places)}")

    assert [rule["id"] for rule in Axe().run(page, options=WCAG).response["violations"]] == []
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.complaints == []


def test_a_version_is_printed_without_its_whole_text_which_is_the_papers(places, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto("/ke-hoach/2022/phien-ban/1/?lang=en")
    page.emulate_media(media="print")

    assert page.get_by_text("The whole text of this version is printed from its paper").is_visible()
    assert not any(table.is_visible() for table in page.locator("table").all())
