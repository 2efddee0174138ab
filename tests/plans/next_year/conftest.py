"""The two years of `two_years`, with work of two units."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests import factories
from tests.factories import actor

from . import two_years
from .two_years import FIRST, PAR, SECOND


@pytest.fixture
def first(review, environment, health, official, foreign_official, home_affairs):
    """The review of 2021: its points, its weaknesses and what was done about them."""
    par = two_years.criteria("PAR-1", "PAR_INDEX", PAR)
    papi = two_years.criteria("PAPI-1", "PAPI", {"P1": 10, "P2": 10}, valid_to=date(2022, 6, 30))
    two_years.write(review, home_affairs, "PAR_INDEX", par, FIRST)
    two_years.write(review, home_affairs, "PAPI", papi, {"P1": 7, "P2": 6})

    def found(code, unit, points):
        return factories.weakness(review, unit, home_affairs, title=f"Mất điểm {code}", criterion=par[code],
                                  points_lost=points)  # fmt: skip

    def planned(weakness, owner):
        return factories.tracked_action(weakness, owner, home_affairs)

    one, two, six = (
        found(*each)
        for each in [("PAR1", environment, 1), ("PAR2", environment, 2), ("PAR6", health, "0.25")]
    )
    three = found("PAR3", health, "2.5")
    in_time = two_years.finish(planned(one, official), official, home_affairs, factories.SUMMER)
    late = two_years.finish(planned(two, official), official, home_affairs, date(2023, 1, 10))
    still, dropped = planned(two, official), planned(three, foreign_official)
    dropped.drop(by=actor(home_affairs), today=factories.SUMMER, reason="Đã gộp.")
    return SimpleNamespace(
        review=review, par=par, papi=papi, one=one, two=two, three=three, six=six, in_time=in_time, late=late,
        still=still, dropped=dropped,
    )  # fmt: skip


@pytest.fixture
def second(first, home_affairs):
    """The review of 2022 with its points; PAPI has other criteria by then."""
    then = two_years.next_review()
    papi = two_years.criteria("PAPI-2", "PAPI", {"P1": 12}, valid_from=date(2022, 7, 1))
    two_years.write(then, home_affairs, "PAR_INDEX", first.par, SECOND)
    two_years.write(then, home_affairs, "PAPI", papi, {"P1": 9})
    return then
