"""Home Affairs works through its queues: by keyboard, with the evidence in sight, and without JavaScript."""

import pytest

from tests import factories
from tests.files import pdf, png
from tests.tracker.waiting import MONDAY, asked, question, reported
from tracker.models import Action, ExtensionRequest, Question

pytestmark = pytest.mark.browser

FOCUS = "document.activeElement.id"
EXTENSIONS, VERIFICATIONS, QUESTIONS = "/cho-xu-ly/gia-han/", "/cho-xu-ly/xac-minh/", "/cho-xu-ly/cau-hoi/"


@pytest.fixture
def proven(bound, official, settings, tmp_path):
    """Reports an action with these files as its proof; gives the pieces."""
    settings.MEDIA_ROOT = tmp_path
    by = {"by": factories.actor(official), "today": MONDAY}

    def report(*files) -> list:
        action = factories.tracked_action(*bound)
        pieces = [action.add_file(**by, file=file) for file in files]
        action.report(**by)
        return pieces

    return report


@pytest.fixture
def bound(weakness, official, home_affairs):
    return weakness, official, home_affairs


@pytest.fixture
def by_keys(home_affairs, open_as):
    """A window of Bình, who has switched the single keys on."""
    home_affairs.shortcuts = True
    home_affairs.save()
    return open_as(home_affairs)


def tab_to(page, name: str) -> None:
    while page.evaluate(FOCUS) != name:
        page.keyboard.press("Tab")


def decide(page, *keys: str) -> None:
    """Choose the first decision, change it with these keys, and send the form."""
    tab_to(page, "id_decision_0")
    for key in ("Space", *keys, "Control+Enter"):
        page.keyboard.press(key)


def test_three_requests_are_worked_through_by_keyboard_alone(bound, by_keys):
    first, second, third = (asked(*bound) for _ in range(3))
    page = by_keys
    page.goto(f"{EXTENSIONS}?viec={first.pk}")
    assert page.evaluate(FOCUS) == "viec"
    decide(page)
    page.wait_for_url(f"**?viec={second.pk}")
    page.keyboard.press("n")
    page.wait_for_url(f"**?viec={third.pk}")
    assert page.evaluate(FOCUS) == "viec"
    decide(page, "ArrowUp", "Tab", "Tab", "K", "h", "o")  # up from the first is the last: to refuse
    page.wait_for_url(f"**?viec={second.pk}")
    decide(page)
    page.wait_for_url(f"**{EXTENSIONS}")

    states = list(ExtensionRequest.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["approved", "approved", "refused"]
    assert page.locator(".queue-empty .notice-ok").is_visible() and page.complaints == []


def test_what_was_typed_on_one_case_is_never_offered_on_another(bound, home_affairs, open_as):
    first, second = asked(*bound), asked(*bound)
    page = open_as(home_affairs)
    page.goto(f"{EXTENSIONS}?viec={first.pk}")
    page.fill("#id_remark", "Chữ của việc thứ nhất")
    page.click("[data-next]")
    page.wait_for_url(f"**?viec={second.pk}")
    assert not page.locator("[data-part=back]").locator("visible=true").count()

    page.goto(f"{EXTENSIONS}?viec={first.pk}")
    page.click("main [data-part=back]")
    assert page.input_value("#id_remark") == "Chữ của việc thứ nhất"


def test_j_and_k_walk_the_list_from_the_open_case_and_enter_opens(bound, by_keys):
    _first, second, third = (asked(*bound) for _ in range(3))
    page = by_keys
    page.goto(f"{EXTENSIONS}?viec={second.pk}")
    page.keyboard.press("j")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**?viec={third.pk}")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.search") == f"?viec={second.pk}"


def test_a_pdf_and_a_picture_are_read_beside_the_decision(proven, home_affairs, open_as):
    proven(pdf(), png())
    page = open_as(home_affairs)
    with page.expect_event("framenavigated", lambda frame: frame.url.startswith("chrome-extension://")):
        page.goto(VERIFICATIONS)
    page.locator(".preview summary").nth(1).click()
    width = page.locator(".preview img").evaluate("image => image.decode().then(() => image.naturalWidth)")

    assert page.locator(".preview iframe").bounding_box()["height"] > 300
    assert width == 1 and page.complaints == []


def test_a_file_that_is_gone_from_the_store_is_said_to_be_gone(proven, home_affairs, open_as):
    (piece,) = proven(pdf())
    piece.file.storage.delete(piece.file.name)
    page = open_as(home_affairs)
    page.goto(VERIFICATIONS)

    assert page.locator(".preview .error").is_visible() and not page.locator("iframe").count()


def test_all_three_queues_are_emptied_without_javascript(bound, action, official, home_affairs, open_as):
    asked(*bound), reported(*bound), question(action, official)
    page = open_as(home_affairs, java_script_enabled=False)
    page.goto(EXTENSIONS)
    page.check("#id_decision_0")
    page.click(".queue-form .btn-primary")
    page.click(f"a[href='{VERIFICATIONS}'].chip")
    page.check("#id_checks_0")
    page.check("#id_decision_0")
    page.click(".queue-form .btn-primary")
    page.click(f"a[href='{QUESTIONS}'].chip")
    page.fill("#id_words", "Đủ, kèm ngày chụp.")
    page.click(".queue-form .btn-primary")

    assert page.locator(".queue-empty").is_visible()
    assert not ExtensionRequest.objects.pending().exists() and not Question.objects.open().exists()
    assert not Action.objects.filter(state="reported").exists()


def test_the_ticked_are_granted_together_after_each_was_named(bound, home_affairs, open_as):
    short = [asked(*bound, days=days) for days in (5, 10)]
    page = open_as(home_affairs)
    page.goto(EXTENSIONS)
    for each in short:
        page.check(f"input[form=bulk][value='{each.pk}']")
    page.click("#bulk button")
    assert page.locator(".proofs li").count() == 2
    page.click("#verb-form .btn-primary")
    page.wait_for_url("**/ket-qua/")

    assert not ExtensionRequest.objects.pending().exists()


def test_on_a_phone_the_case_stands_before_the_list(bound, home_affairs, open_as):
    for _ in range(3):
        asked(*bound)
    page = open_as(home_affairs, width=390, height=844)
    page.goto(EXTENSIONS)
    top = {part: page.locator(part).bounding_box()["y"] for part in (".queue-case", ".queue-list")}

    assert top[".queue-case"] < top[".queue-list"]


@pytest.mark.parametrize("place", [EXTENSIONS, VERIFICATIONS, QUESTIONS])
def test_the_decision_is_in_sight_on_an_office_screen(place, bound, action, official, home_affairs, open_as):
    for _ in range(5):
        asked(*bound), reported(*bound), question(action, official)
    page = open_as(home_affairs)
    page.goto(place)
    box = page.locator(".queue-form .btn-primary").bounding_box()

    assert box["y"] + box["height"] <= 620
