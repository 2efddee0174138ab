"""The card of a weakness in a real browser: by keyboard, kept while typed, row by row."""

import pytest

from tests.browser.chain_page import SAVED, card, key_of
from tracker import calendar

__all__ = ["card"]
pytestmark = pytest.mark.browser

FOCUS = "document.activeElement.id"
FOCUSED = f"id => {FOCUS} === id"


def tab_to(page, element: str) -> None:
    for _ in range(200):
        if page.evaluate(FOCUS) == element:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {element}")


def day_in(year_from_now: int = 1) -> str:
    return f"30/06/{calendar.today().year + year_from_now}"


def test_the_keyboard_alone_fills_in_the_whole_card(card, weakness, official):
    cause, answers, action = (key_of(card, part) for part in ("cause", "responsibility", "action"))
    typed = {
        f"id_cause-{cause}-statement": "Chưa phân công rõ.",
        f"id_responsibility-{answers}-bearer": "Trần",
        f"id_responsibility-{answers}-position_title": "Chuyên viên",
        f"id_action-{action}-statement": "Số hóa 40 văn bản",
        f"id_action-{action}-owner": "Trần",
        f"id_action-{action}-due_on": day_in(),
        f"id_action-{action}-expected_output": "40/40 văn bản",
    }
    for field, words in typed.items():
        tab_to(card, field)
        card.keyboard.type(words)
    card.keyboard.press("Control+Enter")
    card.wait_for_url("**/ban-nop/2021/STNMT/")

    assert weakness.actions.get().owner == official and weakness.causes.count() == 1
    assert weakness.responsibilities.get().person == official
    assert card.complaints == []


def test_typing_is_kept_by_itself_once_and_the_focus_stays(card, weakness):
    cause, action = key_of(card, "cause"), key_of(card, "action")
    card.fill(f"#id_cause-{cause}-statement", "Một nguyên nhân")
    card.press(f"#id_cause-{cause}-statement", "Tab")
    card.wait_for_selector(SAVED)
    card.focus(f"#id_action-{action}-statement")
    card.keyboard.type("Biện pháp 1")
    with card.expect_response("**/tu-luu/"):
        card.press(f"#id_action-{action}-statement", "Tab")
    card.wait_for_selector(f"#hints-{action} .good")

    assert card.evaluate(FOCUS) == f"id_action-{action}-owner"
    assert (weakness.causes.count(), weakness.actions.count()) == (1, 1)
    weakness.refresh_from_db()
    assert card.input_value("#id_version") == str(weakness.version) == "3"


def test_a_wrong_date_is_marked_while_the_rest_is_kept_and_the_mark_goes(card, weakness):
    action = key_of(card, "action")
    date = f"#id_action-{action}-due_on"
    card.fill(f"#id_action-{action}-statement", "Số hóa 40 văn bản")
    card.fill(date, "31/6/2030")
    card.press(date, "Tab")
    card.wait_for_selector(f"{date}[aria-invalid=true]")
    assert card.get_attribute(date, "aria-describedby").endswith("due_on_error")
    assert weakness.actions.get().due_on is None

    card.fill(date, day_in())
    card.press(date, "Tab")
    card.wait_for_selector(f"{date}:not([aria-invalid])")
    assert weakness.actions.get().due_on is not None


def test_added_and_copied_rows_take_the_focus_and_removed_ones_give_it_back(card, weakness):
    first = key_of(card, "action")
    card.fill(f"#id_action-{first}-statement", "Số hóa 40 văn bản")
    card.click("button[value=add-action]")
    card.wait_for_selector("#action-rows > fieldset:nth-of-type(2)")
    added = key_of(card, "action")
    card.wait_for_function(FOCUSED, arg=f"id_action-{added}-statement")

    card.click(f"button[value=copy-action-{first}]")
    card.wait_for_selector("#action-rows > fieldset:nth-of-type(3)")
    copied = key_of(card, "action")
    card.wait_for_function(FOCUSED, arg=f"id_action-{copied}-statement")
    assert card.input_value(f"#id_action-{copied}-statement") == "Số hóa 40 văn bản"

    card.click(f"button[value=remove-action-{copied}]")
    card.wait_for_function(FOCUSED, arg=f"row-action-{added}")
    card.click(f"button[value=remove-action-{added}]")
    card.click(f"button[value=remove-action-{first}]")
    card.wait_for_function(FOCUSED, arg="action-heading")


def test_a_removed_row_comes_back_with_its_words(card, weakness):
    cause = key_of(card, "cause")
    card.fill(f"#id_cause-{cause}-statement", "Một nguyên nhân")
    card.press(f"#id_cause-{cause}-statement", "Tab")
    card.wait_for_selector(SAVED)
    with card.expect_response("**/tu-luu/"):
        card.click(f"button[value=remove-cause-{cause}]")
    assert weakness.causes.count() == 0

    with card.expect_response("**/tu-luu/"):
        card.click(".taken-out button")
    assert weakness.causes.get().statement == "Một nguyên nhân"


def test_a_mistake_at_saving_moves_the_focus_to_the_summary_and_its_link_to_the_field(card, weakness):
    action = key_of(card, "action")
    card.route("**/tu-luu/", lambda route: route.abort())
    card.fill(f"#id_action-{action}-statement", "Chữ dài của tôi " * 20)
    card.fill(f"#id_action-{action}-due_on", "31/6/2030")
    card.click(".save-bar .btn-primary")
    card.wait_for_selector("#errors:focus")

    assert card.evaluate(FOCUS) == "errors" and card.title().startswith(("Lỗi:", "Error:"))
    assert card.get_attribute(f"#id_action-{action}-due_on", "aria-invalid") == "true"
    assert card.input_value(f"#id_action-{action}-statement").startswith("Chữ dài của tôi")
    card.click("#errors a")
    assert card.evaluate(FOCUS) == f"id_action-{action}-due_on"
    assert not weakness.actions.exists()


def test_enter_in_a_line_saves_and_asks_for_no_row(card, weakness):
    action = key_of(card, "action")
    card.fill(f"#id_action-{action}-statement", "Biện pháp một")
    card.press(f"#id_action-{action}-due_on", "Enter")
    card.wait_for_url("**/ban-nop/2021/STNMT/")

    assert weakness.actions.count() == 1
