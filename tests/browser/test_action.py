"""Working at an action in a real browser: in place, with the keyboard, without JavaScript, when somebody was faster."""

import pytest

from tests import factories
from tests.files import PNG
from tracker.models import Action, Event, Question, Watch

pytestmark = pytest.mark.browser

FOCUS = "document.activeElement.id"


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def address(action, part: str = "") -> str:
    return f"/hanh-dong/{action.ref}/{part}"


def open_progress(page, action, percent: str = "40", note: str = "16/40 hồ sơ"):
    page.goto(address(action))
    page.fill("#id_percent", percent)
    page.fill("#id_note", note)


def saved(action) -> int:
    return Event.objects.of(action).filter(verb="progressed").count()


def test_progress_in_place_changes_tags_and_line_of_time_and_keeps_the_focus(action, official, open_as):
    page = open_as(official)
    open_progress(page, action)
    page.click("#progress-save")
    page.wait_for_selector("#dien-bien >> text=16/40 hồ sơ")
    page.wait_for_selector("#live:not(:empty)", state="attached")

    assert "40%" in page.inner_text("#tags") and page.input_value("#id_note") == ""
    assert page.evaluate(FOCUS) == "progress-save"
    assert page.complaints == []
    page.fill("#id_note", "Lần nữa, không tải lại trang")
    page.click("#progress-save")
    page.wait_for_selector("#dien-bien >> text=Lần nữa")
    page.reload()
    assert saved(action) == 2
    assert not page.locator("[data-part=back]").is_visible(), "what was saved is not offered as unsaved"


def test_two_quick_clicks_are_one_event(action, official, open_as):
    page = open_as(official)
    open_progress(page, action)
    page.dblclick("#progress-save")
    page.wait_for_selector("#dien-bien >> text=16/40 hồ sơ")
    page.reload()

    assert saved(action) == 1


def test_a_mistake_in_place_is_focused_and_keeps_what_was_typed(action, official, open_as):
    page = open_as(official)
    open_progress(page, action, percent="140")
    page.click("#progress-save")
    page.wait_for_selector("#errors:focus")

    assert page.evaluate(FOCUS) == "errors" and page.input_value("#id_note") == "16/40 hồ sơ"
    page.click("#errors a")
    assert page.evaluate(FOCUS) == "id_percent"
    page.fill("#id_percent", "50")
    page.click("#progress-save")
    page.wait_for_selector("#dien-bien >> text=16/40 hồ sơ")
    assert saved(action) == 1


def test_somebody_who_was_faster_is_shown_in_place_and_both_texts_stand(action, official, head, open_as):
    page = open_as(official)
    open_progress(page, action, note="Chữ của tôi")
    action.update_progress(
        by=factories.actor(head), today=factories.SUMMER, percent=50, note="Chữ của lãnh đạo"
    )
    page.click("#progress-save")
    page.wait_for_selector("#verb-form")

    assert "Chữ của lãnh đạo" in page.inner_text("#main") and page.input_value("#id_note") == "Chữ của tôi"
    page.click("#verb-form .btn-primary")
    page.wait_for_url(f"**{address(action)}")
    assert saved(action) == 2


def test_without_a_network_the_words_stay_and_the_button_can_be_pressed_again(action, official, open_as):
    page = open_as(official)
    open_progress(page, action)
    page.context.set_offline(True)
    page.click("#progress-save")
    page.wait_for_selector("#failed")
    assert page.input_value("#id_note") == "16/40 hồ sơ"

    page.context.set_offline(False)
    page.click("#progress-save")
    page.wait_for_selector("#dien-bien >> text=16/40 hồ sơ")
    assert saved(action) == 1


def test_a_file_travels_with_the_progress_and_opens_alone_on_its_page(action, official, open_as):
    page = open_as(official)
    open_progress(page, action)
    page.click("#tien-do summary")
    page.set_input_files("#id_file", {"name": "anh.png", "mimeType": "image/png", "buffer": PNG})
    page.click("#progress-save")
    page.wait_for_selector("#minh-chung >> text=anh.png")
    with page.context.expect_page() as opened:
        page.click("#minh-chung a[target=_blank]")
    opened.value.wait_for_load_state()

    assert opened.value.evaluate("document.images.length === 1 && document.images[0].naturalWidth === 1")
    assert page.complaints == []


def test_a_file_that_is_too_large_is_said_to_be_so_before_it_is_sent(action, official, open_as, tmp_path):
    large = tmp_path / "lon.pdf"
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    page = open_as(official)
    page.goto(address(action, "minh-chung/tep/"))
    page.set_input_files("#id_file", large)

    assert "20 MB" in page.inner_text("#id_file_large") and page.input_value("#id_file") == ""


def test_progress_question_and_star_work_without_javascript(action, official, open_as):
    page = open_as(official, java_script_enabled=False)
    open_progress(page, action)
    page.click("#progress-save")
    assert "40%" in page.inner_text("#tags") and page.url.endswith(address(action))

    page.click("#trao-doi summary")
    page.fill("#hoi_words", "Ảnh chụp có đủ không?")
    page.click("#hoi-send")
    assert "Ảnh chụp có đủ không?" in page.inner_text("#trao-doi")

    page.click("#watch-star")
    assert Watch.objects.filter(user=official, action=action).exists()
    page.click("#watch-star")
    assert not Watch.objects.exists()


def test_a_question_is_asked_and_answered_in_place(action, official, home_affairs, open_as):
    unit = open_as(official)
    unit.goto(address(action))
    unit.click("#trao-doi summary")
    unit.click("#hoi-send")
    unit.wait_for_selector("#hoi #errors:focus")
    unit.fill("#hoi_words", "Ảnh chụp có đủ không?")
    unit.click("#hoi-send")
    unit.wait_for_selector("#trao-doi .said >> text=Ảnh chụp có đủ không?")
    unit.wait_for_selector("#trao-doi:focus")
    assert unit.inner_text("#trao-doi .notice-ok") == unit.inner_text("#live")
    question = Question.objects.get()

    office = open_as(home_affairs)
    office.goto(address(action) + "#trao-doi")
    office.fill(f"#tra-loi-{question.pk}_words", "Đủ, kèm ngày chụp.")
    office.click(f"#tra-loi-{question.pk}-send")
    office.wait_for_selector("#trao-doi .answer >> text=Đủ, kèm ngày chụp.")
    unit.reload()
    assert unit.locator("#trao-doi .answer").is_visible()
    assert unit.complaints == office.complaints == []


def test_the_star_changes_in_place_and_keeps_the_focus(action, leader, open_as):
    page = open_as(leader)
    page.goto(address(action))
    page.click("#watch-star")
    page.wait_for_selector("#watch input[value=no]", state="attached")

    assert page.evaluate(FOCUS) == "watch-star"
    assert Watch.objects.filter(user=leader, action=action).exists()


def test_the_printed_page_has_facts_and_history_and_no_controls(action, official, open_as):
    page = open_as(official)
    page.goto(address(action))
    page.emulate_media(media="print")

    assert page.locator(".btn, .chips, #progress-form, summary").locator("visible=true").count() == 0
    assert page.locator("#dien-bien .timeline").is_visible() and page.locator(".facts").first.is_visible()
    assert Action.objects.get(pk=action.pk).version == action.version
