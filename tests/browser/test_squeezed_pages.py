"""The unit's pages where room is short: zoomed, with spaced text, without colours, on paper. Nothing is lost."""

import pytest

from plans.models import Submission
from tests import factories

pytestmark = pytest.mark.browser

DESK = "/ban-nop/2021/STNMT/"
PAGES = [
    ("official", "/viec-cua-toi/"),
    ("official", DESK),
    ("official", f"{DESK}diem-manh/"),
    ("official", f"{DESK}hc/HC-2021-001/"),
    ("official", f"{DESK}kiem-tra/"),
    ("official", f"{DESK}nhap/"),
    ("official", "/hanh-dong/"),
    ("official", "/hanh-dong/HD-2022-001/"),
    ("official", "/don-vi/STNMT/"),
    ("official", "/tim/?q=ho+so"),
    ("official", "/cai-dat/"),
    ("head", "/viec-cua-toi/"),
]
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important;
    letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
CLIPPED = """[...document.querySelectorAll('td, th, button, .btn, .tag, label, legend, dd, dt, .notice')].filter(each =>
  each.offsetParent && each.clientHeight && !each.closest('.hidden-visually')
  && getComputedStyle(each).display !== 'inline'
  && getComputedStyle(each).overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1
).map(each => each.outerHTML.slice(0, 120))"""
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
TINY = """[...document.querySelectorAll('main *')].filter(each => each.offsetParent
  && [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  && parseFloat(getComputedStyle(each).fontSize) < 13).map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture
def desk(proposed, official, head):
    """Khởi's unit is writing: one weakness with a proposal, and one action of the year is under way."""
    Submission.objects.get(unit__code="STNMT").draft(by=factories.actor(official), today=factories.IN_JUNE)


@pytest.mark.parametrize(("person", "place"), PAGES)
def test_zoomed_and_spaced_text_stays_whole_and_the_page_never_scrolls_sideways(
    person, place, desk, open_as, request
):
    page = open_as(request.getfixturevalue(person))
    page.goto(place)
    main_button = page.locator("main .btn-primary").first
    has_button = main_button.count() > 0

    for width, height in [(683, 384), (320, 640), (320, 256)]:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(WIDER) <= 0
        if has_button:
            main_button.scroll_into_view_if_needed()
            assert main_button.is_visible()
    assert page.evaluate(TINY) == []
    page.evaluate(SPACED)
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(WIDER) <= 0
    assert page.complaints == []


@pytest.mark.parametrize(("person", "place"), PAGES)
def test_paper_carries_the_words_and_none_of_the_controls(person, place, desk, open_as, request):
    page = open_as(request.getfixturevalue(person))
    page.goto(place)
    page.emulate_media(media="print")

    assert page.locator(".nav, .btn, .filters").locator("visible=true").count() == 0
    assert page.locator("main h1").is_visible()


@pytest.mark.parametrize(("person", "place"), PAGES)
def test_without_colours_a_status_is_still_a_shape_and_a_word(person, place, desk, open_as, request):
    page = open_as(request.getfixturevalue(person), forced_colors="active")
    page.goto(place)
    tags = page.locator(".tag")

    assert all(tag.locator("svg").count() == 1 and tag.inner_text().strip() for tag in tags.all())
    assert page.evaluate(
        "[...document.querySelectorAll('.tag')].every(each => getComputedStyle(each).borderStyle !== 'none')"
    )
