"""The card of a weakness when something is wrong: two people at once, no log-in, no network, no JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import factories
from tests.browser.chain_page import SAVED, card, key_of
from tests.browser.test_accessible_pages import SMALL, WCAG
from tests.plans.chain_writing import place, submission
from tracker import calendar
from tracker.models import Chain, Event

__all__ = ["card"]
pytestmark = pytest.mark.browser


def changed_by(person, weakness, words: str) -> None:
    weakness.refresh_from_db()
    chain = Chain(cause={"c9": {"kind": "external", "statement": words}}, facts={"objection": words})
    submission().write_chain(weakness, chain, by=factories.actor(person), today=calendar.today())


def test_two_browsers_on_one_card_lose_no_text(card, weakness, head):
    cause = key_of(card, "cause")
    changed_by(head, weakness, "Lời của lãnh đạo")
    card.fill(f"#id_cause-{cause}-statement", "Lời của tôi")
    card.press(f"#id_cause-{cause}-statement", "Tab")
    card.wait_for_selector("#luu .error")
    assert "Lê Thị Hòa" in card.inner_text("#luu")
    assert card.input_value(f"#id_cause-{cause}-statement") == "Lời của tôi"

    card.click("#luu button")
    card.wait_for_selector("#errors")
    assert "Lời của tôi" in card.inner_text("main") and "Lời của lãnh đạo" in card.inner_text("main")
    card.click("#keep-mine button")
    card.wait_for_url("**/ban-nop/2021/STNMT/")
    assert {each.statement for each in weakness.causes.all()} == {"Lời của tôi", "Lời của lãnh đạo"}


def test_keeping_theirs_keeps_mine_in_the_history(card, weakness, head):
    cause = key_of(card, "cause")
    changed_by(head, weakness, "Lời của lãnh đạo")
    card.fill(f"#id_cause-{cause}-statement", "Lời của tôi")
    card.click(".save-bar .btn-primary")
    card.click("#keep-note button")
    card.wait_for_selector(".notice-ok")

    assert weakness.causes.get().statement == "Lời của lãnh đạo"
    assert "Lời của tôi" in Event.objects.of(weakness).last().reason


def test_when_the_log_in_has_ended_the_text_stays_and_a_line_says_why(card, weakness):
    cause = key_of(card, "cause")
    card.context.clear_cookies(name="sessionid")
    card.fill(f"#id_cause-{cause}-statement", "Lời của tôi")
    with card.expect_response("**/tu-luu/"):
        card.press(f"#id_cause-{cause}-statement", "Tab")
    card.wait_for_selector("#luu .error")

    assert card.inner_text("#luu") == card.get_attribute("#chain-form", "data-logged-out")
    assert card.input_value(f"#id_cause-{cause}-statement") == "Lời của tôi"


def test_when_the_network_fails_the_text_stays_and_the_next_change_saves_it(card, weakness):
    cause = key_of(card, "cause")
    card.context.set_offline(True)
    card.fill(f"#id_cause-{cause}-statement", "Lời của tôi")
    card.press(f"#id_cause-{cause}-statement", "Tab")
    card.wait_for_selector("#luu .error")
    card.context.set_offline(False)
    card.check(f"#id_cause-{cause}-kind_1")
    card.wait_for_selector(SAVED)

    assert weakness.causes.get().kind == "external"


def test_without_javascript_a_card_is_written_row_by_row(weakness, official, open_as):
    page = open_as(official, java_script_enabled=False)
    page.goto(place(weakness))
    page.fill("#cause-rows textarea", "Nguyên nhân một")
    page.click("button[value=add-cause]")
    page.locator("#cause-rows textarea").last.fill("Nguyên nhân hai")
    page.click("button[value=add-action]")
    page.locator("#action-rows textarea").first.fill("Biện pháp một")
    page.locator("#action-rows textarea").first.press("Tab")
    page.click(".save-bar .btn-primary")

    assert page.url.endswith("/ban-nop/2021/STNMT/")
    assert [each.statement for each in weakness.causes.all()] == ["Nguyên nhân một", "Nguyên nhân hai"]
    page.goto(place(weakness))
    page.locator("#cause-rows [data-remove]").first.click()
    assert "Nguyên nhân một" in page.inner_text(".notice-ok") and weakness.causes.count() == 1


@pytest.mark.parametrize("state", ["written", "mistaken", "overtaken"])
def test_the_card_is_accessible_and_fits_a_phone_also_when_something_is_wrong(card, weakness, head, state):
    action = key_of(card, "action")
    card.fill(f"#id_action-{action}-statement", "Số hóa 40 văn bản")
    if state == "mistaken":
        card.fill(f"#id_action-{action}-due_on", "31/6/2030")
    if state == "overtaken":
        changed_by(head, weakness, "Lời của lãnh đạo")
    if state == "written":
        card.press(f"#id_action-{action}-statement", "Tab")
        card.wait_for_selector(SAVED)
    else:
        card.click(".save-bar .btn-primary")
        card.wait_for_selector("#errors")

    assert [rule["id"] for rule in Axe().run(card, options=WCAG).response["violations"]] == []
    assert card.evaluate(SMALL) == []
    card.set_viewport_size({"width": 320, "height": 640})
    assert card.evaluate("document.documentElement.scrollWidth") <= 320
    assert card.complaints == []
