"""Large letters lose nothing, keys rest until they are wanted, and an ended log-in costs nobody his text."""

import gzip

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from tests import factories

pytestmark = pytest.mark.browser

PASSWORD = "Mat-khau-rat-dai-2022"
PRESS = """key => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true}));
  return document.activeElement.tagName;
}"""
LOST = """[...document.querySelectorAll('main :is(td, th, button, a, label, legend, .tag, h1, h2)')].filter(each => {
  const box = each.getBoundingClientRect(), style = getComputedStyle(each);
  return box.width && style.overflow !== 'visible' && each.scrollHeight > each.clientHeight + 1;
}).map(each => each.outerHTML.slice(0, 80))"""


@pytest.fixture
def khoi(official):
    official.set_password(PASSWORD)
    official.save()
    return official


def log_in(page, person):
    page.fill("[name=username]", person.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button.btn-primary")


@pytest.mark.parametrize(
    "place", ["/cai-dat/", "/cai-dat/vang-mat/", "/cai-dat/lich/", "/viec-cua-toi/", "{action}"]
)
@pytest.mark.parametrize(("width", "percent"), [(1366, 131.25), (390, 131.25), (320, 131.25), (1366, 200)])
def test_the_largest_text_and_even_200_percent_lose_nothing(
    place, width, percent, action, official, head, open_as
):
    type(official).objects.filter(pk=official.pk).update(text_size=2)
    page = open_as(official, width=width)
    page.goto(place.format(action=f"/hanh-dong/{action.ref}/"))
    if percent == 200:  # the browser's own larger letters
        page.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }')")

    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size == 16 * percent / 100
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(LOST) == []


def test_dense_tables_show_more_rows_than_roomy_ones(action, home_affairs, open_as):
    heights = []
    for density in ("dense", "normal", "roomy"):
        type(home_affairs).objects.filter(pk=home_affairs.pk).update(density=density)
        page = open_as(home_affairs)
        page.goto("/hanh-dong/")
        heights.append(page.locator("tbody tr").first.bounding_box()["height"])

    assert heights == sorted(set(heights))


def test_keys_do_nothing_until_they_are_switched_on(action, official, open_as):
    page = open_as(official)
    page.goto("/cai-dat/")
    assert page.evaluate(PRESS, {"key": "/"}) == "BODY"

    page.check("#id_shortcuts")
    page.click("#settings-form .btn-primary")
    page.wait_for_selector("main > .notice-ok")
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url("**/hanh-dong/**")
    page.keyboard.press("j")
    assert action.ref in page.evaluate("document.activeElement.closest('tr, li').innerText")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/hanh-dong/{action.ref}/**")
    page.keyboard.press("?")
    page.wait_for_url("**/tro-giup/#phim-tat")
    page.keyboard.press("g")
    page.keyboard.press("v")
    page.wait_for_url("**/viec-cua-toi/")


def test_keys_rest_while_something_is_typed_or_composed(official, open_as):
    type(official).objects.filter(pk=official.pk).update(shortcuts=True)
    page = open_as(official)
    page.goto("/cai-dat/")
    page.focus("#id_job_title")
    page.keyboard.type("gh?/")
    assert page.input_value("#id_job_title") == "gh?/"

    page.evaluate("document.activeElement.blur()")
    assert page.evaluate(PRESS, {"key": "/", "isComposing": True}) == "BODY"
    assert page.evaluate(PRESS, {"key": "/", "ctrlKey": True}) == "BODY"
    assert page.evaluate(PRESS, {"key": "/"}) == "INPUT"


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
    page.clock.fast_forward(1000 * (settings.SESSION_COOKIE_AGE - 310))
    assert not warning.is_visible()

    page.clock.fast_forward(20_000)
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


def test_the_secret_address_can_be_copied(official, open_as):
    page = open_as(official, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/cai-dat/lich/")
    page.click("main form .btn-primary")
    page.click("[data-copy]")

    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#calendar-address")
    assert page.complaints == []


def test_all_scripts_together_stay_small(db):
    scripts = (settings.BASE_DIR / "static").glob("*.js")

    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) <= 25 * 1024


def test_a_stand_in_reads_for_whom_he_stands_in(official, head, open_as):
    today = factories.SUMMER
    head.absences.create(stand_in=official, starts_on=today, ends_on=today.replace(year=2100))
    page = open_as(official, width=320)
    page.goto("/viec-cua-toi/")

    assert head.full_name in page.inner_text(".standing-in")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
