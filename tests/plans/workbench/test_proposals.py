"""Lines that read alike are proposed with the reason; a person decides, and is not asked twice."""

import pytest

from plans.consolidation.proposals import proposals
from plans.consolidation.words import Lettering, words
from tests import factories
from tests.plans.workbench.lines import LETTER, OTHER_LETTER, line_of, said


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Công khai TTHC", "CÔNG KHAI thủ tục hành chính"),
        ("UBND xã rà soát 12/40 hồ sơ", "Ủy ban nhân dân xã rà soát 7/30 hồ sơ"),
        ("Nộp trước 30/9/2022", "nộp, trước 15-10-2022."),
    ],
)
def test_capitals_accents_abbreviations_and_figures_make_no_difference(one, two):
    assert words(one) == words(two)


def test_other_words_are_other_words():
    lettering = Lettering()
    assert words("Phí") == words("phi") and words("phí") != words("lệ phí")
    assert lettering.of("b a") == lettering.of("a b") != lettering.of("a c")


def test_two_rows_that_say_the_same_are_proposed_with_the_reason(plan, first, second):
    (found,) = proposals(plan)

    assert set(found.lines) == {line_of(first).pk, line_of(second).pk}
    assert int(found.likeness.measure) == 92 and found.likeness.is_same_criterion
    assert "92 %" in found.reason


def test_nothing_is_merged_by_itself(plan):
    before = plan.items.count()
    proposals(plan)

    assert plan.items.count() == before == 4


def test_several_that_say_the_same_are_one_group(plan, weakness, official, home_affairs, first, second):
    row = factories.tracked_action(
        weakness, official, home_affairs, statement=LETTER.replace("Phát hành", "Lập")
    )
    plan.take_in([row], **said(home_affairs))
    (found,) = proposals(plan)

    assert len(found.lines) == 3


def test_lines_of_other_indices_are_not_proposed(plan, of_papi, weakness, official, home_affairs):
    row = factories.tracked_action(weakness, official, home_affairs, statement=of_papi.statement)
    plan.take_in([row], **said(home_affairs))

    assert all(line_of(of_papi).pk not in found.lines for found in proposals(plan))


def test_a_pair_kept_apart_is_never_proposed_again_also_after_a_split(plan, first, second, home_affairs):
    plan.keep_apart(line_of(first), line_of(second), **said(home_affairs))
    assert proposals(plan) == []

    kept = plan.merge([line_of(first), line_of(second)], **said(home_affairs))
    plan.split(kept, [second], **said(home_affairs))
    assert proposals(plan) == []


def test_a_third_line_is_still_proposed_with_one_of_them(
    plan, weakness, official, first, second, home_affairs
):
    plan.keep_apart(line_of(first), line_of(second), **said(home_affairs))
    row = factories.tracked_action(weakness, official, home_affairs, statement=OTHER_LETTER)
    plan.take_in([row], **said(home_affairs))
    (found,) = proposals(plan)

    assert len(found.lines) == 2 and line_of(row).pk in found.lines


def test_keeping_apart_twice_is_once(plan, first, second, home_affairs):
    for _again in range(2):
        plan.keep_apart(second, first, **said(home_affairs))

    assert plan.kept_apart.count() == 1


def test_a_merged_line_is_no_proposal_any_more(merged, plan):
    assert proposals(plan) == []
