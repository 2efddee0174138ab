"""An ended log-in costs nobody his text: a warning before it, words kept for their person, a way back in."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

pytestmark = pytest.mark.browser

PASSWORD = "Mat-khau-rat-dai-2022"


@pytest.fixture
def khoi(official):
    official.set_password(PASSWORD)
    official.save()
    return official


def log_in(page, person):
    page.fill("[name=username]", person.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button.btn-primary")


def test_text_survives_an_ended_log_in_and_is_gone_once_it_is_saved(action, khoi, open_as):
    page = open_as(khoi)
    here = f"/hanh-dong/{action.ref}/tien-do/"
    page.goto(here)
    page.fill("#id_percent", "40")
    page.fill("#id_note", "Đã số hóa 12 trên 40 hồ sơ.")
    Session.objects.all().delete()
    page.click("#verb-form .btn-primary")
    page.wait_for_selector("#errors")
    page.click("main a.btn-primary")
    assert page.evaluate("document.body.innerText").count("12 trên 40") == 0  # the log-in page never shows it
    log_in(page, khoi)
    page.wait_for_url(f"**{here}")

    page.click("[data-part=back]")
    assert page.input_value("#id_note") == "Đã số hóa 12 trên 40 hồ sơ."
    assert page.input_value("#id_percent") == "40"
    page.click("#verb-form .btn-primary")
    page.wait_for_selector("main > .notice-ok")
    page.goto(here)
    assert page.locator("[data-part=back]").count() == 0
    assert page.complaints == []


def test_nobody_else_is_offered_the_text_and_logging_out_forgets_it(action, khoi, head, open_as):
    head.set_password(PASSWORD)
    head.save()
    page = open_as(khoi)
    here = f"/hanh-dong/{action.ref}/tien-do/"
    page.goto(here)
    page.fill("#id_note", "Của riêng Khởi")
    Session.objects.all().delete()
    page.goto(here)
    log_in(page, head)
    page.wait_for_url(f"**{here}")
    assert page.locator("[data-part=back]").count() == 0

    page.evaluate("document.querySelector('[data-forget]').requestSubmit()")
    page.wait_for_url("**/dang-nhap/**")
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('kept:')).length") == 0


def test_five_minutes_before_the_end_one_click_makes_it_last_longer(action, khoi, open_as):
    page = open_as(khoi)
    page.clock.install()
    page.goto(f"/hanh-dong/{action.ref}/tien-do/")
    warning = page.locator("[data-part=ending]")
    page.clock.fast_forward(1000 * (settings.SESSION_COOKIE_AGE - 360))  # the clock goes on meanwhile
    assert not warning.is_visible()

    page.clock.fast_forward(120_000)
    assert warning.is_visible()
    page.click("#stay")
    warning.wait_for(state="hidden")
    page.clock.fast_forward(400_000)
    assert not warning.is_visible() and not page.locator("[data-part=ended]").is_visible()


def test_after_the_end_the_page_keeps_its_text_and_can_be_sent_after_a_log_in_in_another_tab(
    action, khoi, open_as
):
    page = open_as(khoi)
    page.goto(f"/hanh-dong/{action.ref}/tien-do/")
    page.fill("#id_percent", "40")
    page.fill("#id_note", "Đã số hóa 12 trên 40 hồ sơ.")
    Session.objects.all().delete()
    page.evaluate(
        "document.dispatchEvent(new CustomEvent('htmx:responseError', {detail: {xhr: {status: 401}}}))"
    )
    ended = page.locator("[data-part=ended]")
    assert ended.is_visible() and page.input_value("#id_note").startswith("Đã số hóa")

    with page.context.expect_page() as opened:
        ended.locator("a").click()
    log_in(opened.value, khoi)
    opened.value.wait_for_url("**/tien-do/")
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    ended.wait_for(state="hidden")
    page.click("#verb-form .btn-primary")
    page.wait_for_selector("main > .notice-ok")


def test_a_list_that_asks_after_the_end_says_so_and_keeps_its_rows(action, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto("/hanh-dong/")
    Session.objects.all().delete()
    page.fill("[name=q] >> nth=-1", "hồ sơ")
    page.locator("[data-part=ended]").wait_for()

    assert page.get_by_text(action.ref).first.is_visible() and page.locator("#failed").count() == 0
