"""Home Affairs reviews a submission with the keyboard alone, without JavaScript, and on small screens."""

import pytest
from django.utils import timezone

from plans.models import Submission
from tests import factories
from tests.browser.test_pages_about_mails import look_at
from tests.factories import actor

pytestmark = pytest.mark.browser
HERE = "/ban-nop/2021/STNMT/"
REVIEW = f"{HERE}xem-xet/"


@pytest.fixture
def waiting(weakness, proposed, official, head) -> Submission:
    owed = Submission.objects.select_related("review", "unit").get(unit__code="STNMT")
    return factories.submitted(owed, official, head)


def row_of(waiting):
    return waiting.rows.get()


def tab_to(page, what: str) -> None:
    """Tab on until this has the focus, and see that no bar covers it."""
    for _ in range(80):
        if page.evaluate("what => document.activeElement.matches(what)", what):
            break
        page.keyboard.press("Tab")
    seen = """() => { const box = document.activeElement.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return document.activeElement.contains(document.elementFromPoint(x, y)) }"""
    assert page.evaluate(seen), what


def examine(page, weakness) -> None:
    """Two checks, “return” and a remark, saved with the button: only keys are pressed."""
    for value in ("causes", "measures"):
        tab_to(page, f"input[value={value}]")
        page.keyboard.press("Space")
    tab_to(page, "input[name=verdict]")
    page.keyboard.press("ArrowRight")
    tab_to(page, "textarea[name=remark]")
    page.keyboard.type("Nêu số liệu quý II")
    tab_to(page, f"#luu-nut-{weakness.ref}")
    page.wait_for_selector("#tra-lai.btn-primary")
    page.keyboard.press("Enter")
    page.wait_for_selector("body:not(:has(.htmx-request, [aria-busy=true])) [data-kept]")


def press_enter_on(page, what: str) -> None:
    tab_to(page, what)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_keyboard_alone_examines_and_returns(waiting, weakness, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(REVIEW)
    examine(page, weakness)
    row = row_of(waiting)
    assert (row.verdict, row.draft_remark, row.checks) == (
        "return",
        "Nêu số liệu quý II",
        ["causes", "measures"],
    )
    assert page.evaluate("document.activeElement !== document.body")

    press_enter_on(page, "#tra-lai")
    assert page.input_value(f"#id_{weakness.ref}") == "Nêu số liệu quý II"
    page.fill("#id_due_on", "31/08/2099")
    press_enter_on(page, "#verb-form .btn-primary")

    waiting.refresh_from_db()
    assert (waiting.state, row_of(waiting).remark) == ("returned", "Nêu số liệu quý II")
    assert page.complaints == []


def test_typing_goes_on_while_the_notes_are_saved(waiting, weakness, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(REVIEW)
    page.check("input[value=accept]")
    page.focus("textarea[name=remark]")
    page.keyboard.type("Đã đọc")
    page.wait_for_selector("[data-kept]")
    page.keyboard.type(" hết")

    assert page.input_value("textarea[name=remark]") == "Đã đọc hết"
    assert page.evaluate("document.activeElement.name") == "remark"
    assert page.locator("#quyet-dinh").count() == 1


def test_a_colleagues_notes_are_told_in_place_and_mine_stay_typed(
    waiting, weakness, home_affairs, second_home_affairs, open_as
):
    page = open_as(home_affairs)
    page.goto(REVIEW)
    waiting.examine(
        weakness, by=actor(second_home_affairs), now=timezone.now(), verdict="accept", remark="Của Lan"
    )
    page.fill("textarea[name=remark]", "Của Bình")
    page.check("input[value=return]")
    page.wait_for_selector(f"#luu-{weakness.ref} button[name=seen]")
    assert "Của Lan" in page.inner_text(f"#luu-{weakness.ref}") and row_of(waiting).draft_remark == "Của Lan"

    page.click(f"#luu-{weakness.ref} button[name=seen]")
    page.wait_for_selector(f"#luu-{weakness.ref}[data-kept]")
    assert page.input_value("textarea[name=remark]") == row_of(waiting).draft_remark == "Của Bình"


def test_without_javascript_it_is_examined_accepted_and_taken_back(waiting, weakness, home_affairs, open_as):
    page = open_as(home_affairs, java_script_enabled=False)
    page.goto(REVIEW)
    page.check("input[value=accept]")
    page.click(f"#luu-nut-{weakness.ref}")
    assert row_of(waiting).verdict == "accept"
    page.click("#tiep-nhan")
    waiting.refresh_from_db()
    assert waiting.state == "accepted"

    page.click(f"main > .notice a[href='{HERE}xem-lai/']")
    page.fill("#id_reason", "Đọc nhầm bản")
    page.click("#verb-form .btn-primary")
    waiting.refresh_from_db()
    assert waiting.state == "submitted" and page.complaints == []


def test_the_decision_is_in_sight_on_an_office_screen(waiting, home_affairs, open_as):
    page = open_as(home_affairs)
    page.goto(REVIEW)

    bar = page.locator("#quyet-dinh").bounding_box()
    assert bar["y"] + bar["height"] <= 620 and page.locator("input[value=causes]").bounding_box()["y"] < 620


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("place", [REVIEW, f"{HERE}tra-lai-bo-sung/", f"{HERE}tiep-nhan/", f"{HERE}thay-doi/",
                                   f"{REVIEW}HC-2021-001/chinh-ly/"])  # fmt: skip
def test_the_pages_are_accessible_and_fit_a_phone(place, language, waiting, weakness, home_affairs, open_as):
    waiting.examine(
        weakness, by=actor(home_affairs), now=timezone.now(), verdict="return", remark="Nêu số liệu"
    )
    look_at(open_as(home_affairs), place, language)


@pytest.mark.parametrize("place", [REVIEW, f"{HERE}xem-lai/", f"{HERE}thay-doi/"])
def test_so_are_they_once_it_is_accepted_at_the_second_attempt(
    place, waiting, weakness, official, head, home_affairs, open_as
):
    back = {"rows": {weakness.pk: "Nêu số liệu"}, "due_on": factories.ACCEPTED}
    waiting.send_back(by=actor(home_affairs), today=factories.DEADLINE, **back)
    factories.submitted(waiting, official, head)
    weakness.refresh_from_db()
    weakness.edit(by=actor(home_affairs), today=factories.ACCEPTED, title="Trễ hạn")
    waiting.accept(by=actor(home_affairs), today=factories.ACCEPTED)
    look_at(open_as(home_affairs), place, "vi")
