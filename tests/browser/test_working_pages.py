"""What people do at the pages: with the keyboard, with htmx, without JavaScript, twice by mistake."""

from urllib.parse import urlsplit

import pytest

from tests import factories
from tracker.models import Action, Event

pytestmark = pytest.mark.browser

PASSWORD = "Mat-khau-rat-dai-2022"
FOCUS = "document.activeElement.id"


def address(action, part: str = "") -> str:
    return f"/hanh-dong/{action.ref}/{part}"


def test_a_filter_changes_the_list_in_place_and_back_restores_it(action, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto("/hanh-dong/")
    page.focus("#id_time")
    page.select_option("#id_time", "on_time")
    page.wait_for_url("**time=on_time**")
    page.wait_for_selector("tbody", state="detached")

    assert page.evaluate(FOCUS) == "id_time"
    page.go_back()
    page.wait_for_selector(f"#{action.ref}")
    assert page.complaints == []


def test_typing_finds_without_accents_and_keeps_the_focus(action, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto("/hanh-dong/?state=open")
    page.locator("#id_q").press_sequentially("so hoa mot cua")
    page.wait_for_url("**q=so**hoa**mot**cua**")

    assert page.locator(f"#{action.ref}").is_visible()
    assert page.evaluate(FOCUS) == "id_q"


def test_a_mistake_moves_the_focus_to_the_summary_whose_link_leads_to_the_field(action, official, open_as):
    page = open_as(official)
    page.goto(address(action, "tien-do/"))
    page.fill("#id_percent", "140")
    page.fill("#id_note", "Chữ dài của tôi")
    page.click("#verb-form .btn-primary")
    page.wait_for_selector("#errors:focus")

    assert page.evaluate(FOCUS) == "errors" and page.title().startswith(("Lỗi:", "Error:"))
    page.click("#errors a")
    assert page.evaluate(FOCUS) == "id_percent"
    assert page.input_value("#id_note") == "Chữ dài của tôi"


def test_two_quick_clicks_save_once(action, official, open_as):
    page = open_as(official)
    page.goto(address(action, "tien-do/"))
    page.fill("#id_percent", "40")
    page.fill("#id_note", "Một lần")
    page.dblclick("#verb-form .btn-primary")
    page.wait_for_url(f"**{address(action)}")

    assert Event.objects.of(action).filter(verb="progressed").count() == 1


def test_the_keyboard_alone_reaches_the_text_first_and_saves_progress(action, official, open_as):
    page = open_as(official)
    page.goto(address(action, "tien-do/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    while page.evaluate(FOCUS) != "id_percent":
        page.keyboard.press("Tab")
    page.keyboard.type("40")
    page.keyboard.press("Tab")
    page.keyboard.type("Bằng bàn phím")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda url: urlsplit(url).path == address(action))

    assert Action.objects.get(pk=action.pk).progress_on is not None


@pytest.fixture
def plain(official, open_as):
    """A window without JavaScript, and Khởi with a password."""
    official.set_password(PASSWORD)
    official.save()
    return open_as(java_script_enabled=False)


def test_log_in_evidence_and_report_work_without_javascript(plain, action, official):
    page = plain
    page.goto(f"/h/{action.ref}")
    page.fill("#id_username", official.email)
    page.fill("#id_password", PASSWORD)
    page.click("main .btn-primary")
    page.click(f"a[href='{address(action, 'minh-chung/lien-ket/')}']")
    page.fill("#id_url", "https://haugiang.gov.vn/bai-dang")
    page.fill("#id_title", "Bài đăng")
    page.click("#verb-form .btn-primary")
    page.click(f"a[href='{address(action, 'bao-cao/')}']")
    page.fill("#id_note", "Đã xong")
    page.fill("#id_delay_cause", "Chờ kinh phí")
    page.click("#verb-form .btn-primary")

    assert Action.objects.get(pk=action.pk).state == "reported"


def test_filter_and_log_out_work_without_javascript(reported, official, open_as):
    page = open_as(official, java_script_enabled=False)
    page.goto("/hanh-dong/")
    page.select_option("#id_state", "reported")
    page.click(".filters .btn-primary")

    assert page.locator(f"#{reported.ref}").is_visible()
    page.click(".who button")
    assert page.url.endswith("/dang-nhap/?next=/")


def test_a_list_that_cannot_be_loaded_keeps_the_old_rows_and_says_so(action, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto("/hanh-dong/")
    page.context.set_offline(True)
    page.select_option("#id_time", "on_time")
    page.wait_for_selector("#failed")

    assert page.locator(f"#{action.ref}").is_visible()


def test_the_conflict_page_shows_both_and_sends_again(action, official, head, open_as):
    slow = open_as(official)
    slow.goto(address(action, "tien-do/"))
    slow.fill("#id_percent", "60")
    slow.fill("#id_note", "Chữ của tôi")
    action.update_progress(
        by=factories.actor(head), today=factories.SUMMER, percent=50, note="Chữ của lãnh đạo"
    )
    slow.click("#verb-form .btn-primary")
    slow.wait_for_selector("#errors")
    assert "Chữ của lãnh đạo" in slow.content() and slow.input_value("#id_note") == "Chữ của tôi"

    slow.click("#verb-form .btn-primary")
    slow.wait_for_url(f"**{address(action)}")
    assert Action.objects.get(pk=action.pk).percent == 60
