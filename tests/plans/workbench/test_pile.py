"""Ticked lines and rows go along: over the pages, the words searched and the indices, until they are used."""

import pytest

from plans.consolidation import workbench
from tests import factories
from tests.plans.workbench.lines import BENCH, key, line_of, refs, said
from tests.reading import text


@pytest.fixture(autouse=True)
def short_pages(monkeypatch):
    monkeypatch.setattr(workbench, "LINES", 2)


@pytest.fixture
def fourth(plan, weakness, official, home_affairs):
    row = factories.tracked_action(weakness, official, home_affairs, statement="Niêm yết mã QR.")
    plan.take_in([row], **said(home_affairs))
    return row


def ticked(*actions) -> str:
    return "&".join(f"line={key(line_of(each))}" for each in actions)


def elsewhere(answer) -> list[str]:
    """The references of the lines that are listed beside the table."""
    return [ref for item in answer.context["pile"].elsewhere for ref in refs(item)]


def test_a_line_ticked_on_the_first_page_is_listed_on_the_second_and_merged_from_there(
    plan, first, fourth, desk
):
    page = desk.get(f"{BENCH}?{ticked(first)}&index=PAR_INDEX&page=2")
    assert elsewhere(page) == [first.ref]
    assert f'value="{key(line_of(first))}" form="bulk" checked' in text(page)

    both = desk.get(f"{BENCH}gop/?index=PAR_INDEX&q=&{ticked(first, fourth)}")
    assert [side.item for side in both.context["sides"]] == [line_of(first), line_of(fourth)]


def test_on_its_own_page_a_line_carries_its_own_tick(plan, first, second, desk):
    page = desk.get(f"{BENCH}?{ticked(first)}")

    assert elsewhere(page) == []
    assert f'id="line-{line_of(first).pk}" checked' in text(page)
    assert f'id="line-{line_of(second).pk}" checked' not in text(page)
    assert "Ticked: 1" in text(page)


def test_ticks_outlast_a_search_and_another_index_and_the_rule_is_said(plan, first, of_papi, desk):
    assert elsewhere(desk.get(f"{BENCH}?q=khong+co+gi&{ticked(first)}")) == [first.ref]

    page = desk.get(f"{BENCH}?index=PAPI&{ticked(first, of_papi)}")
    assert elsewhere(page) == [first.ref]
    assert "Only lines of one index are merged" in text(page)
    only_here = desk.get(f"{BENCH}?index=PAPI&{ticked(of_papi)}")
    assert "Only lines of one index" not in text(only_here)


def test_as_long_as_all_are_of_one_index_there_is_nothing_to_say(plan, first, second, desk):
    assert "Only lines of one index" not in text(desk.get(f"{BENCH}?{ticked(first, second)}"))


def test_lines_of_two_indices_are_not_offered_for_merging_but_those_of_one_are(
    plan, first, second, of_papi, desk
):
    page = text(desk.get(f"{BENCH}gop/?{ticked(first, second, of_papi)}"))

    assert "Merge the lines of each index by themselves" in page
    assert f"?line={line_of(first).pk}&amp;line={line_of(second).pk}" in page


def test_back_from_merging_they_are_still_ticked(plan, first, second, desk):
    page = desk.get(f"{BENCH}gop/?index=PAR_INDEX&q=thu&{ticked(first, second)}")
    there = f"{BENCH}?index=PAR_INDEX&q=thu&line={line_of(first).pk}&line={line_of(second).pk}#dong"

    assert page.context["again"] == there
    one = desk.get(f"{BENCH}gop/?index=PAR_INDEX&{ticked(first)}")
    assert one["Location"] == f"{BENCH}?index=PAR_INDEX&line={line_of(first).pk}#dong"


def test_a_line_that_left_the_plan_meanwhile_is_told_of_once(
    plan, first, second, third, desk, second_home_affairs
):
    address = f"{BENCH}?{ticked(first, second, third)}"
    plan.merge([line_of(first), line_of(second)], **said(second_home_affairs))
    page = desk.get(address)

    assert "no longer there" in text(page) and second_home_affairs.full_name in text(page)
    assert [refs(item) for item in page.context["pile"].found.values()] == [
        [first.ref, second.ref],
        [third.ref],
    ]


def test_moving_a_line_or_deciding_a_proposal_keeps_the_other_ticks_and_the_words_searched(
    plan, first, second, third, desk
):
    here = f"q=thu&{ticked(first, third)}"
    moved = desk.fill_in(f"{BENCH}chuyen/?{here}", line=[key(line_of(first))], after=line_of(second).pk)
    first_line, third_line = line_of(first).pk, line_of(third).pk
    assert moved["Location"] == (
        f"{BENCH}?at={first_line}&q=thu&line={first_line}&line={third_line}#dong-{first_line}"
    )

    own = {"version": plan.version, "proposed": "1", "idempotency": "merge-with-ticks", "into": first_line}
    lines = {"line": [key(line_of(each)) for each in (first, second)]}
    merged = desk.post(f"{BENCH}gop/?{ticked(second, third)}", own | lines)
    assert merged["Location"] == f"{BENCH}?merged={first_line}&line={third_line}"


@pytest.mark.parametrize("line", ["x", "0", "-1", "99999999999999999999", "1:x", ""])
def test_what_is_no_line_is_passed_over(line, plan, desk):
    assert desk.get(f"{BENCH}?line={line}").context["pile"].ticked == {}.keys()


def test_a_full_pile_says_so(plan, desk):
    lines = "&".join(f"line={number}" for number in range(1, 150))

    assert "At most 100 can be ticked" in text(desk.get(f"{BENCH}?{lines}"))


@pytest.fixture
def waiting(plan, weakness, official, home_affairs, monkeypatch) -> list:
    """Three accepted rows that wait, one on a page."""
    monkeypatch.setattr(workbench, "ROWS", 1)
    words = ("Niêm yết mã QR.", "Thanh tra công vụ.", "Số hóa kho lưu trữ.")
    return [factories.tracked_action(weakness, official, home_affairs, statement=each) for each in words]


def test_a_waiting_row_ticked_on_the_first_page_is_listed_on_the_second_and_taken_in_from_there(
    plan, waiting, first, desk
):
    one, two, three = waiting
    page = desk.get(f"{BENCH}?waiting=2&{ticked(first)}&action={one.ref}&action={two.ref}")
    assert [row.ref for row in page.context["ticked_rows"].elsewhere] == [one.ref]
    assert f'id="row-{two.ref}" checked' in text(page)

    answer = desk.fill_in(
        f"{BENCH}dua-vao/?waiting=2&{ticked(first)}&action={one.ref}&action={two.ref}",
        action=[one.ref, two.ref],
    )
    assert list(plan.unplaced()) == [three]
    assert answer["Location"] == f"{BENCH}?waiting=2&line={line_of(first).pk}"


def test_a_ticked_row_that_a_colleague_took_in_meanwhile_is_told_of(plan, waiting, desk, second_home_affairs):
    plan.take_in(waiting[:1], **said(second_home_affairs))
    page = desk.get(f"{BENCH}?action={waiting[0].ref}&action=HD-1999-001")

    assert f"{waiting[0].ref} stands in line" in text(page)
    assert page.context["ticked_rows"].ticked == {}.keys()


def test_whoever_thinks_better_of_it_finds_the_same_rows_ticked(plan, waiting, first, desk):
    here = f"waiting=2&{ticked(first)}&action={waiting[0].ref}"

    assert desk.get(f"{BENCH}de-lai/?{here}").context["again"] == (
        f"{BENCH}?waiting=2&line={line_of(first).pk}&action={waiting[0].ref}"
    )


@pytest.mark.parametrize("part", ["gop", "chuyen", "phoi-hop"])
def test_more_than_a_hundred_lines_are_refused_and_nothing_is_done_to_the_first_of_them(
    part, plan, first, second, desk
):
    many = [key(line_of(first)), key(line_of(second)), *(f"{number}:1" for number in range(90_000, 90_200))]
    words = {"line": many, "version": plan.version, "idempotency": "far-too-many-lines"}
    answer = desk.post(f"{BENCH}{part}/", words, follow=True)

    assert "At most 100 can be ticked at once" in text(answer) and plan.items.count() == 4
    asked = desk.get(f"{BENCH}{part}/?" + "&".join(f"line={each}" for each in many), follow=True)
    assert "At most 100 can be ticked at once" in text(asked)


@pytest.mark.parametrize("name", ["line", "action"])
def test_ten_thousand_in_an_address_are_answered_and_not_read(name, plan, desk):
    many = "&".join(f"{name}={number}" for number in range(10_000))

    assert desk.status_of(f"{BENCH}?{many}") == 400


def test_the_same_line_twice_is_one_line(plan, first, third, desk):
    page = desk.get(f"{BENCH}?{ticked(first, first, third)}")

    assert list(page.context["pile"].ticked) == [line_of(first).pk, line_of(third).pk]
    one = desk.get(f"{BENCH}gop/?{ticked(first, first)}", follow=True)
    assert "Tick at least two lines" in text(one)
