"""Twenty minutes at the workbench: a proposal merged, a line moved, another index opened; also without JavaScript."""

import pytest

from plans.models import Plan
from tests import factories
from tests.plans.workbench.lines import BENCH, LETTER, OTHER_LETTER, line_of, order, refs, said
from tests.reading import in_english

pytestmark = pytest.mark.browser


@pytest.fixture
def rows(review, environment, health, official, foreign_official, home_affairs) -> list:
    """Two units that mean the same letter, a third measure, and one of another index."""
    in_english(home_affairs)
    papi = factories.index("PAPI")
    papi.position = 9
    papi.save()
    one = factories.weakness(review, environment, home_affairs)
    two = factories.weakness(review, health, home_affairs)
    three = factories.weakness(review, environment, home_affairs, index=papi, criterion=None)
    words = [(one, official, LETTER), (two, foreign_official, OTHER_LETTER), (one, official, "Tập huấn một cửa."),
             (three, official, "Công khai phí, lệ phí.")]  # fmt: skip
    return [factories.tracked_action(of, owner, home_affairs, statement=text) for of, owner, text in words]


@pytest.mark.parametrize("has_javascript", [True, False])
def test_a_proposal_is_merged_a_line_moved_an_index_opened(
    has_javascript, rows, review, home_affairs, open_as
):
    first, second, third, of_papi = rows
    plan = Plan.compile(review, **said(home_affairs))
    desk = open_as(home_affairs, java_script_enabled=has_javascript)
    desk.goto(BENCH)

    assert desk.locator("mark").all_inner_texts() == ["Phát hành", "01", "Gửi", "02"]
    desk.locator(".merge-side").nth(1).get_by_text("these words stand").click()
    desk.locator(".merge .btn-primary").click()
    desk.wait_for_url(lambda url: "merged=" in url)
    assert refs(line_of(first)) == [first.ref, second.ref] and line_of(first).measure == OTHER_LETTER

    desk.check(f"#line-{line_of(third).pk}")
    desk.click("#move")
    desk.select_option("#id_after", "")
    desk.click("#verb-form .btn-primary")
    desk.wait_for_url(lambda url: url.endswith(f"#dong-{line_of(third).pk}"))
    assert desk.evaluate("document.activeElement.id") == f"dong-{line_of(third).pk}"
    assert order(plan) == [third.ref, f"{first.ref}+{second.ref}", of_papi.ref]

    desk.click("#tab-PAPI")
    desk.locator(f"#dong-{line_of(of_papi).pk}").wait_for()
    assert desk.locator(f"#dong-{line_of(first).pk}").count() == 0 and "index=PAPI" in desk.url
    assert desk.complaints == []
