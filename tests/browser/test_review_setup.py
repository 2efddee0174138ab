"""From a new year to the unit's desk: prepared in five steps, opened once, seen and told; also without JavaScript."""

from datetime import timedelta

import pytest
from django.utils import timezone

from notifications.engine.listen import to_news
from notifications.models import Obligation
from plans.models import Submission
from tests import factories
from tracker import calendar
from tracker.models import Review

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("has_javascript", [True, False])
def test_a_new_year_is_prepared_opened_and_reaches_the_units_desk(
    has_javascript, environment, health, official, head, home_affairs, open_as
):
    index = factories.index()
    desk = open_as(home_affairs, java_script_enabled=has_javascript)
    year = prepare(desk)
    here = f"/dot-danh-gia/{year}/"

    desk.click(f"a.row[href='{here}don-vi/']")
    desk.uncheck(f"#id_unit-{health.pk}")
    desk.click("#verb-form .btn-primary")
    desk.click(f"a.row[href='{here}han-che/']")
    desk.click(f"a[href='{here}han-che/moi/']")
    assign(desk, index, environment)
    desk.goto(here)
    desk.locator(f"a[href='{here}mo/']").first.click()
    assert "Sở Nội vụ" in desk.locator("pre").inner_text() and official.full_name in desk.content()
    desk.click("#verb-form .btn-primary")
    desk.wait_for_url(f"**{here}")

    assert Review.objects.get().state == "open"
    assert [each.unit.code for each in Submission.objects.all()] == ["SNV", "STNMT"]
    assert desk.locator("#verb-form").count() == 0 and desk.complaints == []
    reaches(official, year, open_as)


def prepare(desk) -> int:
    """The first review: the year is proposed, the dates are typed."""
    today = calendar.today()
    desk.goto("/dot-danh-gia/")
    desk.click("a[href='/dot-danh-gia/moi/']")
    desk.fill("#id_conference_on", f"{today:%d/%m/%Y}")
    desk.fill("#id_submissions_due_on", f"{today + timedelta(days=12):%d/%m/%Y}")
    desk.fill("#id_plan_due_on", f"{today + timedelta(days=50):%d/%m/%Y}")
    desk.click("#verb-form .btn-primary")
    desk.wait_for_url(f"**/dot-danh-gia/{today.year - 1}/")
    return today.year - 1


def assign(desk, index, unit) -> None:
    desk.fill("#id_title", "Hồ sơ đất đai trễ hạn")
    desk.fill("#id_statement", "12/40 hồ sơ đất đai trả kết quả trễ hạn.")
    desk.select_option("#id_index", str(index.pk))
    desk.check(f"input[name=units][value='{unit.pk}']")
    desk.click("#verb-form .btn-primary")
    desk.wait_for_url("**/han-che/")
    assert "Hồ sơ đất đai trễ hạn" in desk.locator("table").inner_text()


def reaches(official, year: int, open_as) -> None:
    """The unit's official finds the weakness, and is owed the letter, once."""
    page = open_as(official)
    page.goto("/ban-nop/")
    page.wait_for_url(f"**/ban-nop/{year}/STNMT/")
    assert "Hồ sơ đất đai trễ hạn" in page.locator("main").inner_text()

    to_news(timezone.now())
    to_news(timezone.now())
    owed = Obligation.objects.filter(recipient=official, rule__code="review-opened")
    assert [each.subject_ref for each in owed] == [str(year)]


def test_on_an_office_screen_the_button_that_opens_is_in_sight(
    environment, health, official, home_affairs, open_as
):
    desk = open_as(home_affairs)
    prepare(desk)
    desk.goto(f"/dot-danh-gia/{calendar.today().year - 1}/mo/")

    assert desk.locator("#verb-form .btn-primary").bounding_box()["y"] < 620 + 120


def test_an_error_is_focused_and_leads_to_its_field(environment, official, home_affairs, open_as):
    desk = open_as(home_affairs)
    prepare(desk)
    desk.goto(f"/dot-danh-gia/{calendar.today().year - 1}/han-che/moi/")
    desk.fill("#id_title", "Hồ sơ trễ hạn")
    desk.click("#verb-form .btn-primary")
    desk.wait_for_selector("#errors")
    for link in desk.locator("#errors a").all():
        assert desk.locator(link.get_attribute("href")).count() == 1

    assert desk.evaluate("document.activeElement.id") == "errors"
    assert desk.input_value("#id_title") == "Hồ sơ trễ hạn"
