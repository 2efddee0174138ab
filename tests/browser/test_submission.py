"""From the official's draft over the head's phone to the receipt: with and without JavaScript, once and not twice."""

import pytest
from django.utils import timezone

from notifications.engine.listen import to_news
from notifications.models import Obligation
from plans.models import Submission
from tests import factories
from tests.browser.test_pages_about_mails import look_at
from tracker.models import Event

pytestmark = pytest.mark.browser

PLACE = "/ban-nop/2021/STNMT/"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def submission(weakness, proposed, official, head) -> Submission:
    """A draft that lacks nothing but its strengths."""
    owed = Submission.objects.select_related("review", "unit").get(unit__code="STNMT")
    return factories.complete(owed, official)


@pytest.fixture
def with_head(submission, official) -> Submission:
    submission.send_to_head(by=factories.actor(official), today=factories.IN_JUNE)
    return submission


def state_of(submission) -> str:
    return Submission.objects.get(pk=submission.pk).state


@pytest.mark.parametrize("has_javascript", [True, False])
def test_the_official_writes_and_sends_and_the_head_hands_in_on_a_phone(
    has_javascript, submission, official, head, open_as
):
    desk = open_as(official, java_script_enabled=has_javascript)
    desk.goto(PLACE)
    desk.click(f"a[href='{PLACE}trach-nhiem/']")
    desk.fill("#id_head_responsibility", "Tôi chịu trách nhiệm về việc chậm phân công.")
    desk.click("#verb-form .btn-primary")
    desk.click(f".head a[href='{PLACE}kiem-tra/']")
    desk.click("#verb-form .btn-primary")
    desk.wait_for_url(f"**{PLACE}")
    assert state_of(submission) == "head_review"

    phone = open_as(head, java_script_enabled=has_javascript, **PHONE)
    phone.goto("/viec-cua-toi/")
    phone.click(f".card-next a[href='{PLACE}kiem-tra/']")
    assert "chậm phân công" in phone.locator("main").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390 if has_javascript else True
    phone.locator(f"a[href='{PLACE}nop/']").first.click()
    phone.click("#verb-form .btn-primary")
    phone.wait_for_url(f"**{PLACE}bien-nhan/")

    assert state_of(submission) == "submitted"
    assert "2021-STNMT-1" in phone.locator("h1").inner_text()
    assert desk.complaints == phone.complaints == []


def test_the_approval_is_in_sight_on_a_phone_before_scrolling(with_head, head, open_as):
    phone = open_as(head, **PHONE)
    phone.goto(f"{PLACE}kiem-tra/")

    assert phone.locator(f"a[href='{PLACE}nop/']").first.bounding_box()["y"] < 844


def test_two_quick_clicks_hand_in_once_and_owe_each_mail_once(with_head, head, home_affairs, open_as):
    phone = open_as(head, **PHONE)
    phone.goto(f"{PLACE}nop/")
    phone.dblclick("#verb-form .btn-primary")
    phone.wait_for_url(f"**{PLACE}bien-nhan/")

    assert with_head.copies.count() == 1
    submitted = Event.objects.of(with_head).filter(verb="submitted")
    assert submitted.count() == 1
    to_news(timezone.now())
    owed = Obligation.objects.filter(event=submitted.get()).values_list("recipient", flat=True)
    assert home_affairs.pk in owed and len(owed) == len(set(owed))


def test_going_back_after_handing_in_leads_to_the_receipt_again(with_head, head, open_as):
    phone = open_as(head, **PHONE)
    phone.goto(f"{PLACE}nop/")
    phone.click("#verb-form .btn-primary")
    phone.wait_for_url(f"**{PLACE}bien-nhan/")
    phone.go_back()
    phone.wait_for_selector("h1:has-text('2021-STNMT-1')")

    assert with_head.copies.count() == 1


def test_the_keyboard_alone_sends_and_hands_in(submission, official, head, open_as):
    press_on(open_as(official), f"{PLACE}kiem-tra/", ".btn-primary")
    assert state_of(submission) == "head_review"

    page = open_as(head)
    press_on(page, f"{PLACE}nop/", ".btn-primary")
    page.wait_for_url(f"**{PLACE}bien-nhan/")
    assert state_of(submission) == "submitted"


def press_on(page, address: str, what: str) -> None:
    """Tab to the form's button, see that nothing hides it, and press Enter."""
    page.goto(address)
    while not page.evaluate(f"document.activeElement.matches('#verb-form {what}')"):
        page.keyboard.press("Tab")
    seen = """() => { const box = document.activeElement.getBoundingClientRect();
        return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === document.activeElement }"""
    assert page.evaluate(seen)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_typing_is_saved_by_itself_and_the_focus_stays(submission, official, open_as):
    page = open_as(official)
    page.goto(f"{PLACE}diem-manh/")
    page.focus("#id_strengths")
    page.keyboard.press("Control+End")
    page.keyboard.type(". Thêm một câu")
    page.wait_for_selector("#luu[data-kept]")

    assert "Thêm một câu" in Submission.objects.get(pk=submission.pk).strengths
    assert page.evaluate("document.activeElement.id") == "id_strengths"
    page.click("#verb-form .btn-primary")
    page.wait_for_url(f"**{PLACE}")
    assert page.complaints == []


def test_the_receipt_prints_on_a4_with_every_word_and_no_controls(
    with_head, head, official, proposed, open_as
):
    with_head.submit(by=factories.actor(head), today=factories.DEADLINE)
    page = open_as(official)
    page.goto(f"{PLACE}bien-nhan/")
    page.emulate_media(media="print")
    assert page.locator(".nav, .btn, .chips").locator("visible=true").count() == 0

    printed = page.locator("main").inner_text()
    for words in (
        "2021-STNMT-1",
        with_head.copies.get().sha256,
        proposed.statement,
        "Sở Tài nguyên và Môi trường",
    ):
        assert words in printed
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "place", ["/viec-cua-toi/", PLACE, f"{PLACE}kiem-tra/", f"{PLACE}nop/", f"{PLACE}tra-lai/"]
)
def test_what_the_head_meets_is_accessible_and_fits_a_phone(place, language, with_head, head, open_as):
    look_at(open_as(head), place, language)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("place", ["/viec-cua-toi/", PLACE, f"{PLACE}bien-nhan/"])
def test_so_is_what_the_official_meets_after_it_came_back(
    place, language, with_head, weakness, official, head, home_affairs, open_as
):
    with_head.submit(by=factories.actor(head), today=factories.DEADLINE)
    back = {"rows": {weakness.pk: "Nêu số liệu"}, "due_on": factories.ACCEPTED}
    with_head.send_back(by=factories.actor(home_affairs), today=factories.DEADLINE, **back)
    look_at(open_as(official), place, language)
