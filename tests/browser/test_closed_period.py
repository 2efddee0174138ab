"""The page on which units are scored: readable by everybody, on a phone too, with a unit that has no place."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from plans.models import ClosedPeriod
from tests import factories

from .test_accessible_pages import SMALL, WCAG

pytestmark = pytest.mark.browser


@pytest.fixture
def period(action, review, home_affairs) -> ClosedPeriod:
    by = factories.actor(home_affairs)
    return ClosedPeriod.close(
        factories.issued_plan(review, home_affairs),
        name="Tháng 8",
        until=factories.DUE,
        by=by,
        today=factories.DUE,
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("person", ["home_affairs", "official"])
def test_the_frozen_figures_are_accessible_and_fit_a_phone(person, language, period, open_as, request):
    page = open_as(request.getfixturevalue(person))
    page.goto(f"/ke-hoach/2022/chot-so/{period.pk}/?lang={language}")

    assert period.sha256 in page.inner_text("main")
    assert [rule["id"] for rule in Axe().run(page, options=WCAG).response["violations"]] == []
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.complaints == []
