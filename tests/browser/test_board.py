"""The board in a real browser: 46 units on a screen and a quarter, fresh while one looks, and without JavaScript."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from plans.models import Submission
from plans.sample.catalogue import load_units
from tests import factories
from tests.plans.board_units import lived, make_units
from tests.plans.present import soon
from tracker import calendar
from tracker.models import Event, Review, Unit

pytestmark = pytest.mark.browser

PLACE = "/ban-nop/2021/"
ONE_MINUTE = 60_000
STATES = ("draft", "head_review", "not_started", "returned", "draft")


@pytest.fixture
def board(home_affairs):
    make_units()
    return lived(factories.review(home_affairs))


@pytest.fixture
def watching_46(db):
    """Somebody of Home Affairs in the province with its 46 units, ten days after the deadline, in every state."""
    load_units()
    person = factories.person("an@sample.test", "Nguyễn An", "home_affairs", Unit.objects.get(code="SNV"))
    review, today = factories.review(person), calendar.today()
    over, later = today - timedelta(days=10), today + timedelta(days=20)
    Review.objects.filter(pk=review.pk).update(conference_on=over, submissions_due_on=over, plan_due_on=later)
    for number, each in enumerate(review.submissions.all()):
        Submission.objects.filter(pk=each.pk).update(state=STATES[number % 5])
    return person


def wait_for_news(page, act) -> None:
    """Let a minute pass for the page; it asks for the board, and shows what it got."""
    with page.expect_response(
        lambda answer: PLACE in answer.url and answer.request.headers.get("hx-request")
    ):
        act()
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")).to_have_count(0)


def test_46_units_stay_within_a_screen_and_a_quarter_also_when_all_are_late(watching_46, open_as):
    page = open_as(watching_46, width=1366, height=768)
    page.goto(PLACE)

    assert page.locator(".cell").count() == 46
    bottoms = page.evaluate(
        "[...document.querySelectorAll('.cell')].map(one => one.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) <= 1.3 * 768
    assert page.locator("#export-xlsx").bounding_box()["y"] < 620
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_while_somebody_looks_numbers_follow_and_focus_and_ticks_stay(board, home_affairs, open_as):
    page = open_as(home_affairs)
    page.clock.install()
    page.goto(PLACE)
    page.check("#tick-U2")
    page.focus("#unit-U1")
    Submission.objects.filter(unit__code="U2").update(
        state="submitted", submitted_on=calendar.today(), attempt=1
    )
    wait_for_news(page, lambda: page.clock.run_for(ONE_MINUTE))

    assert page.locator("#counter-submitted b").inner_text() == "2"
    assert page.locator("#unit-U2").get_attribute("href").endswith("/xem-xet/")
    assert "3/6" in page.locator("#counter-handed_in").inner_text()
    assert page.is_checked("#tick-U2") and page.locator("[data-ticked]").inner_text().endswith(" 1")
    assert page.evaluate("document.activeElement.id") == "unit-U1"
    assert "2" in page.locator("#live").inner_text()
    assert page.complaints == []


def test_nothing_is_said_when_no_number_changed(board, home_affairs, open_as):
    page = open_as(home_affairs)
    page.clock.install()
    page.goto(PLACE)
    wait_for_news(page, lambda: page.clock.run_for(ONE_MINUTE))

    assert page.locator("#live").inner_text() == ""


def test_nobody_asks_while_the_tab_is_hidden_and_at_once_when_it_is_looked_at_again(
    board, home_affairs, open_as
):
    page = open_as(home_affairs)
    page.clock.install()
    page.goto(PLACE)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "hx-request" in request.headers else None)
    show = "is => {Object.defineProperty(document, 'hidden', {value: !is, configurable: true});"
    page.evaluate(show + " document.dispatchEvent(new Event('visibilitychange'))}", False)
    page.clock.run_for(3 * ONE_MINUTE)
    assert asked == []

    wait_for_news(
        page, lambda: page.evaluate(show + " document.dispatchEvent(new Event('visibilitychange'))}", True)
    )
    assert len(asked) == 1


def test_refreshing_keeps_the_filter_that_was_chosen_meanwhile(board, home_affairs, open_as):
    page = open_as(home_affairs)
    page.clock.install()
    page.goto(PLACE)
    page.focus("#id_group")
    page.select_option("#id_group", "huyen")
    page.wait_for_url("**group=huyen**")
    expect(page.locator(".cell")).to_have_count(4)
    wait_for_news(page, lambda: page.clock.run_for(ONE_MINUTE))

    assert page.locator(".cell").count() == 4
    assert page.evaluate("document.activeElement.id") == "id_group"


def test_from_the_ticks_to_the_date_without_javascript(board, home_affairs, open_as):
    page = open_as(home_affairs, java_script_enabled=False)
    page.goto(f"{PLACE}?view=table&state=missing")
    page.check("#tick-U1")
    page.check("#tick-U5")
    page.click("#own-date")
    page.fill("#id_due_on", soon(20))
    page.fill("#id_reason", "Mưa lũ kéo dài")
    page.click("#verb-form .btn-primary")

    assert page.url.endswith("?view=table&state=missing")
    assert page.locator(".notice-ok").is_visible()
    granted = Submission.objects.filter(due_on=calendar.today() + timedelta(days=20))
    assert set(granted.values_list("unit__code", flat=True)) == {"U1", "U5"}


def test_two_quick_clicks_exempt_once(board, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(PLACE)
    page.check("#tick-U1")
    page.click("#exempt")
    page.fill("#id_reason", "Sáp nhập")
    page.dblclick("#verb-form .btn-primary")
    page.wait_for_url(f"**{PLACE}")

    assert Event.objects.filter(verb="exempted").count() == 1


def test_one_box_ticks_all_that_are_shown(board, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(f"{PLACE}?state=missing")
    page.check("[data-tick-all]")

    assert page.locator("[data-ticked]").inner_text().endswith(" 4")
