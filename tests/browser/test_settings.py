"""Large letters lose nothing, and keys rest until they are wanted."""

import gzip

import pytest
from django.conf import settings
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.browser

PRESS = """key => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true}));
  return document.activeElement.tagName;
}"""
LOST = """[...document.querySelectorAll('main :is(td, th, button, a, label, legend, .tag, h1, h2)')].filter(each => {
  const box = each.getBoundingClientRect(), style = getComputedStyle(each);
  return box.width && style.overflow !== 'visible' && each.scrollHeight > each.clientHeight + 1;
}).map(each => each.outerHTML.slice(0, 80))"""


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
    page.clock.set_fixed_time(timezone.now())  # the second of two keys is awaited for a moment only
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
