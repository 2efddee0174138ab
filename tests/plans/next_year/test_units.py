"""The ratings of units beside their work, and weaknesses that came again."""

import pytest

from plans.next_year.account import NextYear
from plans.next_year.ratings import spread
from tests import factories
from tests.factories import actor
from tests.tracker import published


@pytest.fixture
def rated(first, second, environment, health, home_affairs):
    """The environment went up, health was not ranked."""
    scale = published.ratings()
    for unit in (environment, health):
        second.assessed_units.create(unit=unit, group=unit.group)
    published.rate(first.review, home_affairs, environment, rating=scale["tot"])
    published.rate(second, home_affairs, environment, rating=scale["xuat-sac"])
    published.rate(first.review, home_affairs, health, rating=scale["tot"])
    published.rate(second, home_affairs, health, rating=scale["khong-xep-hang"], reason="Năm đầu.")
    return first


def steps(account) -> dict[str, tuple]:
    return {
        each.now.unit.code: (each.step.value, each.why, each.work.done, each.work.total)
        for each in account.units
    }


def test_the_rating_stands_beside_the_actions_completed(rated, home_affairs):
    account = NextYear.of(rated.review, actor(home_affairs))

    assert steps(account)["STNMT"] == ("up", None, 2, 3)
    assert steps(account)["SYT"] == ("unknown", "not_ranked", 0, 0)


def test_units_are_counted_by_their_work_and_the_change_of_their_rating(rated, home_affairs):
    account = NextYear.of(rated.review, actor(home_affairs))

    assert [(share.value, counts) for share, counts, _sum in spread(account.units)] == [
        ("some", [1, 0, 0, 0]),
        ("no_actions", [0, 0, 0, len(account.units) - 1]),
    ]


def test_a_rating_of_another_scale_is_not_compared(rated, environment, second, home_affairs):
    other = published.RatingScale.objects.create(code="hg-2022", name_vi="Kỳ 2022")
    best = published.Rating.objects.create(scale=other, code="a", name_vi="A", position=0)
    second.assessed_units.filter(unit=environment).update(rating=best)

    account = NextYear.of(rated.review, actor(home_affairs))

    assert steps(account)["STNMT"][:2] == ("unknown", "other_scale")


def test_a_weakness_found_again_stands_beside_what_had_been_promised(
    first, second, environment, home_affairs
):
    again = factories.weakness(second, environment, home_affairs, repeats=first.two)

    account = NextYear.of(first.review, actor(home_affairs))

    assert [(each.old, each.again, len(each.promised.actions)) for each in account.repeated] == [
        (first.two, [again], 2)
    ]


def test_what_was_left_and_not_taken_over_is_named(first, second, environment, home_affairs):
    before = NextYear.of(first.review, actor(home_affairs))
    factories.weakness(second, environment, home_affairs, repeats=first.two)
    after = NextYear.of(first.review, actor(home_affairs))

    assert [each.old for each in before.left] == [first.two, first.six]
    assert [each.old for each in after.left] == [first.six]
