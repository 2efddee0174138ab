"""Lines kept apart: not proposed again, listed as groups of lines that stand, and proposed again when asked."""

import pytest

from plans.consolidation.apart import groups, kept_apart
from plans.consolidation.lines import lines_of
from plans.consolidation.proposals import proposals
from plans.consolidation.words import Lettering
from tests import factories
from tests.factories import actor
from tests.plans.workbench.lines import BENCH, LETTER, address, key, last, line_of, said
from tests.reading import Reader, text
from tracker.errors import Invalid, Refused


@pytest.fixture
def apart(plan, first, second, home_affairs):
    """The two letters, kept apart."""
    plan.keep_apart(line_of(first), line_of(second), **said(home_affairs))
    return plan


@pytest.fixture
def fourth(plan, weakness, official, home_affairs):
    """One more letter with a line of its own."""
    words = LETTER.replace("Phát hành", "Lập")
    row = factories.tracked_action(weakness, official, home_affairs, statement=words)
    plan.take_in([row], **said(home_affairs))
    return row


def listed(plan) -> list[tuple[int, ...]]:
    return [group.lines for group in groups(kept_apart(plan), lines_of(plan, Lettering()))]


def pks(*actions) -> tuple[int, ...]:
    return tuple(item.pk for item in sorted(map(line_of, actions), key=lambda item: item.position))


def test_what_was_kept_apart_by_mistake_is_proposed_again_and_the_history_says_so(
    apart, first, second, home_affairs
):
    apart.propose_again(line_of(second), line_of(first), **said(home_affairs))

    assert [found.lines for found in proposals(apart)] == [pks(first, second)]
    assert apart.kept_apart.count() == 0
    assert (last(apart).verb, last(apart).after["actions"]) == ("proposed_again", [first.ref, second.ref])


def test_of_two_colleagues_who_do_it_the_second_is_told(
    apart, first, second, home_affairs, second_home_affairs
):
    both = line_of(first), line_of(second)
    apart.propose_again(*both, **said(home_affairs))
    with pytest.raises(Refused, match="not kept apart"):
        apart.propose_again(*both, **said(second_home_affairs))


def test_only_the_pairs_that_are_named_are_proposed_again(apart, first, second, third, fourth, home_affairs):
    apart.keep_apart(*map(line_of, (first, second, fourth)), **said(home_affairs))
    apart.propose_again(line_of(first), line_of(fourth), **said(home_affairs))

    assert sorted(listed(apart)) == sorted([pks(first, second), pks(second, fourth)])


def test_one_line_alone_is_no_pair(apart, first, home_affairs):
    for verb in (apart.keep_apart, apart.propose_again):
        with pytest.raises(Invalid):
            verb(line_of(first), line_of(first), **said(home_affairs))


def test_only_home_affairs_does_it_and_only_in_a_draft(apart, first, second, head, home_affairs):
    both = line_of(first), line_of(second)
    with pytest.raises(Refused):
        apart.propose_again(*both, by=actor(head), today=factories.ISSUED)
    type(apart).objects.update(state="sent")
    with pytest.raises(Refused):
        apart.propose_again(*both, **said(home_affairs))


def test_several_that_were_kept_apart_at_once_are_one_entry(plan, first, second, fourth, home_affairs):
    plan.keep_apart(*map(line_of, (first, second, fourth)), **said(home_affairs))

    assert listed(plan) == [pks(first, second, fourth)]


def test_a_pair_merged_later_is_no_entry_any_more_and_is_one_again_when_it_is_split(
    apart, first, second, home_affairs
):
    kept = apart.merge([line_of(first), line_of(second)], **said(home_affairs))
    assert listed(apart) == []

    apart.split(kept, [second], **said(home_affairs))
    assert listed(apart) == [pks(first, second)]


def test_a_line_merged_with_a_third_is_named_as_it_stands_now(apart, first, second, third, home_affairs):
    apart.merge([line_of(first), line_of(third)], **said(home_affairs))

    assert listed(apart) == [pks(first, second)] and line_of(third) == line_of(first)


def test_what_left_the_plan_is_no_entry(apart, first, second, home_affairs):
    apart.take_out(second, reason="Đơn vị xin rút", **said(home_affairs))

    assert listed(apart) == []


def test_lines_of_different_indices_are_no_entry_since_they_are_never_proposed(
    plan, first, of_papi, home_affairs
):
    plan.keep_apart(line_of(first), line_of(of_papi), **said(home_affairs))

    assert listed(plan) == []


def send(desk, plan, part: str, *items, **words):
    own = {
        "version": plan.version,
        "idempotency": f"{part}-{len(items)}-key",
        "line": [key(each) for each in items],
    }
    return desk.post(f"{BENCH}{part}/", own | words)


def test_whoever_keeps_apart_is_offered_to_undo_it_at_once(plan, first, second, desk):
    answer = send(desk, plan, "khong-gop", line_of(first), line_of(second))
    page = text(desk.get(answer["Location"]))
    assert "Undo: propose them again" in page and "1 group of lines is kept apart" in page

    back = send(desk, plan, "de-xuat-lai", line_of(first), line_of(second))
    page = text(desk.get(back["Location"]))
    assert back.status_code == 303 and proposals(plan)
    assert "Undo: propose" not in page and "kept apart</summary>" not in page
    assert "let rows be proposed for merging again" in page


def test_after_it_was_undone_the_old_address_offers_nothing(apart, first, second, home_affairs, desk):
    here = f"{BENCH}?apart={line_of(first).pk},{line_of(second).pk}"
    assert "Undo: propose" in text(desk.get(here))

    apart.propose_again(line_of(first), line_of(second), **said(home_affairs))
    assert "Undo: propose" not in text(desk.get(here))


def test_a_second_tab_that_undoes_it_again_is_told(apart, first, second, home_affairs, desk):
    apart.propose_again(line_of(first), line_of(second), **said(home_affairs))
    answer = send(desk, apart, "de-xuat-lai", line_of(first), line_of(second))

    assert answer.status_code == 409 and "not kept apart" in text(answer)


def test_a_line_merged_away_meanwhile_is_named(apart, first, second, third, home_affairs, desk):
    stale = line_of(second)
    apart.merge([line_of(third), stale], into=line_of(third), **said(home_affairs))
    answer = send(desk, apart, "de-xuat-lai", line_of(first), stale, line_of(third))

    assert answer.status_code == 409 and home_affairs.full_name in text(answer)


@pytest.mark.parametrize("asked", ["", ",", "x,y", "1", "0,0", "-1,2", "9" * 30 + ",1", "1,2"])
def test_odd_addresses_offer_nothing_to_undo(asked, apart, desk):
    page = desk.get(f"{BENCH}?apart={asked}")

    assert page.status_code == 200 and "Undo: propose" not in text(page)


def test_asked_for_without_lines_it_leads_back(apart, desk):
    assert desk.get(f"{BENCH}de-xuat-lai/")["Location"] == f"{BENCH}#de-rieng"
    assert send(desk, apart, "de-xuat-lai").status_code == 302


def test_leadership_reads_what_was_kept_apart_and_changes_nothing(apart, leader):
    page = text(Reader(leader).get(f"{BENCH}?lang=en", follow=True))

    assert "1 group of lines is kept apart" in page and "de-xuat-lai" not in page
    assert Reader(leader).status_of(f"{BENCH}de-xuat-lai/") == 403


def test_the_entry_leads_to_each_line(apart, first, second, desk):
    page = text(desk.get(BENCH)).split('id="de-rieng"')[1]

    assert all(address(line_of(each)) in page for each in (first, second))
