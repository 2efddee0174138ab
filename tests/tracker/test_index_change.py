"""A year beside another: what is compared, what is not, and what is said instead."""

from decimal import Decimal

import pytest
from django.utils import translation

from tracker.figures import figure, places, signed
from tracker.models import IndexResult
from tracker.models.index_change import Obstacle, rank_change, value_change


def result(**fields) -> IndexResult:
    return IndexResult(
        **{"value": Decimal("86.77"), "scale": Decimal(100), "rank": 27, "rank_of": 63} | fields
    )


THEN = result(value=Decimal("84.51"), rank=28)


def test_what_was_not_published_is_reckoned_from_both_rows():
    value, rank = value_change(result(), THEN), rank_change(result(), THEN)

    assert (value.amount, value.is_published, value.obstacle) == (Decimal("2.26"), False, None)
    assert (rank.amount, rank.is_published, rank.obstacle) == (1, False, None)


def test_the_published_change_stands_and_is_checked():
    change = value_change(result(change_value=Decimal("3.00")), THEN)

    assert (change.amount, change.reckoned, change.contradicts) == (Decimal("3.00"), Decimal("2.26"), True)
    assert not value_change(result(change_value=Decimal("2.26")), THEN).contradicts
    assert not value_change(result(change_value=Decimal("2.26")), None).contradicts


def test_the_published_change_belongs_to_the_year_before_only():
    change = rank_change(result(change_rank=9), THEN, is_year_before=False)

    assert (change.amount, change.is_published) == (1, False)


@pytest.mark.parametrize(
    ("now", "then", "obstacle"),
    [
        (None, THEN, Obstacle.NO_FIGURE), (result(value=None), THEN, Obstacle.NO_FIGURE),
        (result(), None, Obstacle.NO_ROW), (result(), result(value=None), Obstacle.NO_FIGURE_THEN),
        (result(), result(scale=Decimal(10)), Obstacle.OTHER_SCALE),
    ],
)  # fmt: skip
def test_where_nothing_can_be_compared_the_reason_stands(now, then, obstacle):
    change = value_change(now, then)

    assert (change.amount, change.obstacle) == (None, obstacle)


def test_among_another_number_there_is_no_direct_comparison_even_of_what_was_published():
    change = rank_change(result(change_rank=-6), result(rank_of=60, rank=27))

    assert (change.amount, change.is_direct, change.contradicts) == (-6, False, False)


def test_ranks_are_told_in_words_and_changes_with_their_sign():
    with translation.override("en"):
        assert [places(change) for change in (1, -6, 0)] == ["up 1 place", "down 6 places", "unchanged"]
    assert [signed(Decimal(text)) for text in ("2.26", "-1.61", "0.00")] == ["+2,26", "−1,61", "0"]
    assert [figure(Decimal(text)) for text in ("86.77", "100.00", "8.5")] == ["86,77", "100", "8,50"]
