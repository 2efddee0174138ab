"""Lines ticked on several pages are merged in one go; also without JavaScript, also on a phone."""

import pytest

from plans.consolidation import workbench
from plans.models import Plan
from plans.views.workbench import benches
from tests import factories
from tests.plans.workbench.lines import BENCH, line_of, refs, said
from tests.reading import in_english

pytestmark = pytest.mark.browser
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
MEASURES = (
    "Phát hành thư xin lỗi.",
    "Tập huấn một cửa.",
    "Niêm yết mã QR.",
    "Thanh tra công vụ.",
    "Số hóa kho lưu trữ.",
)


@pytest.fixture
def rows(review, environment, official, home_affairs, monkeypatch) -> list:
    """Five measures over three pages, and one of another index."""
    in_english(home_affairs)
    monkeypatch.setattr(workbench, "LINES", 2)
    papi = factories.index("PAPI")
    papi.position = 9
    papi.save()
    one = factories.weakness(review, environment, home_affairs)
    other = factories.weakness(review, environment, home_affairs, index=papi, criterion=None)
    rows = [(one, text) for text in MEASURES] + [(other, "Công khai phí, lệ phí.")]
    return [factories.tracked_action(of, official, home_affairs, statement=text) for of, text in rows]


def turn(desk, number: int) -> None:
    desk.get_by_role("button", name="Next page").click()
    desk.wait_for_selector(f"text=Page {number} of 3")


def tick(desk, row) -> None:
    desk.locator(f"#line-{line_of(row).pk}").check()


def tick_on_three_pages(desk, rows) -> None:
    desk.goto(BENCH)
    tick(desk, rows[0])
    for number, row in ((2, rows[2]), (3, rows[4])):
        turn(desk, number)
        tick(desk, row)


def open_index(desk, code: str, name: str) -> None:
    desk.click(f"#tab-{code}")
    desk.wait_for_selector(f"h2:has-text('Lines – {name}')")


def merge(desk) -> None:
    desk.click("#merge")
    desk.wait_for_selector(".merge .btn-primary")
    desk.locator(".merge .btn-primary").click()


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("has_javascript", [True, False])
def test_ticks_last_over_pages_back_and_another_index_until_they_are_merged(
    has_javascript, width, rows, review, home_affairs, open_as
):
    plan = Plan.compile(review, **said(home_affairs))
    desk = open_as(home_affairs, width=width, java_script_enabled=has_javascript)
    tick_on_three_pages(desk, rows)
    open_index(desk, "PAPI", "PAPI")
    open_index(desk, "PAR_INDEX", "PAR INDEX")
    assert desk.evaluate(WIDER) <= 0 and desk.locator(f"#line-{line_of(rows[0]).pk}").is_checked()

    desk.locator(".pile summary").click()
    assert desk.locator(".pile input").count() == 2
    desk.locator(".pile input").first.uncheck()
    merge(desk)
    desk.wait_for_selector(f"#dong-{line_of(rows[0]).pk}:has-text('merged from 2 rows')")
    assert refs(line_of(rows[0])) == [rows[0].ref, rows[4].ref] and plan.items.count() == 5
    assert desk.complaints == []


def test_turning_back_and_reloading_find_the_ticks_again(rows, review, home_affairs, open_as):
    Plan.compile(review, **said(home_affairs))
    desk = open_as(home_affairs)
    desk.goto(BENCH)
    tick(desk, rows[0])
    turn(desk, 2)
    desk.go_back()
    desk.wait_for_selector("text=Page 1 of 3")
    assert desk.locator(f"#line-{line_of(rows[0]).pk}").is_checked()

    desk.reload()
    assert desk.locator(f"#line-{line_of(rows[0]).pk}").is_checked()
    assert desk.locator("[data-ticked]").inner_text() == "Ticked: 1"


def test_enter_in_the_search_searches_and_keeps_the_ticks(rows, review, home_affairs, official, open_as):
    Plan.compile(review, **said(home_affairs))
    factories.tracked_action(rows[0].weakness, official, home_affairs, statement="Chưa đưa vào.")
    desk = open_as(home_affairs)
    desk.goto(BENCH)
    tick(desk, rows[0])
    desk.fill("#words", "thanh tra")
    desk.press("#words", "Enter")
    desk.wait_for_selector(f"#dong-{line_of(rows[3]).pk}")

    assert desk.locator(f"#dong-{line_of(rows[1]).pk}").count() == 0
    assert desk.locator(".pile input").count() == 1 and "index=PAR_INDEX" in desk.url


def test_a_proposal_that_is_decided_takes_the_fresh_ticks_along(rows, review, home_affairs, open_as):
    rows[1].statement = f"{MEASURES[0]} Gấp."
    rows[1].save()
    Plan.compile(review, **said(home_affairs))
    desk = open_as(home_affairs)
    desk.goto(BENCH)
    tick(desk, rows[0])
    desk.get_by_role("button", name="Keep apart").click()
    desk.wait_for_selector("#vua-de-rieng")

    assert desk.locator(f"#line-{line_of(rows[0]).pk}").is_checked()


@pytest.mark.parametrize("has_javascript", [True, False])
def test_rows_that_wait_are_ticked_over_pages_and_taken_in_and_the_ticked_line_stays(
    has_javascript, rows, review, home_affairs, official, open_as, monkeypatch
):
    monkeypatch.setattr(workbench, "ROWS", 1)
    plan = Plan.compile(review, **said(home_affairs))
    late = [
        factories.tracked_action(rows[0].weakness, official, home_affairs, statement=f"{n}") for n in "abc"
    ]
    desk = open_as(home_affairs, java_script_enabled=has_javascript)
    desk.goto(BENCH)
    tick(desk, rows[0])
    desk.check(f"#row-{late[0].ref}")
    desk.locator("#chua-dua-vao").get_by_role("button", name="Next page").click()
    desk.check(f"#row-{late[1].ref}")
    desk.get_by_role("button", name="Take in, or add to a line").click()
    desk.click("#verb-form .btn-primary")
    desk.wait_for_selector("text=Taken into the plan. Lines:")

    assert list(plan.unplaced()) == [late[2]]
    assert desk.locator("[data-ticked=line]").inner_text() == "Ticked: 1"


def test_the_tick_too_many_is_refused_with_a_sentence(rows, review, home_affairs, open_as, monkeypatch):
    monkeypatch.setattr(benches, "MOST", 1)
    Plan.compile(review, **said(home_affairs))
    desk = open_as(home_affairs)
    desk.goto(BENCH)
    tick(desk, rows[0])
    assert desk.locator("[data-of=line]").is_hidden()
    desk.locator(f"#line-{line_of(rows[1]).pk}").click()

    assert not desk.locator(f"#line-{line_of(rows[1]).pk}").is_checked()
    assert "can be ticked at once" in desk.locator("[data-of=line]").inner_text()
    assert desk.url.count("line=") == 1 and desk.locator("[data-ticked=line]").inner_text() == "Ticked: 1"


def test_on_a_phone_who_only_reads_finds_each_number_in_its_line(
    rows, review, home_affairs, inspector, open_as
):
    Plan.compile(review, **said(home_affairs))
    page = open_as(inspector, width=390, height=844)
    page.goto(BENCH)

    for line in page.locator("#dong tbody tr").all():
        row, number = line.bounding_box(), line.locator(".number").bounding_box()
        assert row["y"] <= number["y"] <= row["y"] + row["height"]
