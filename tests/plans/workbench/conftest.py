"""A draft plan whose lines come from two departments; some of them say the same."""

from datetime import date

import pytest
from django.utils import translation

from plans.models import Plan
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.workbench.lines import LETTER, OTHER_LETTER
from tests.reading import Reader, in_english


@pytest.fixture(autouse=True)
def english():
    """The reasons of the verbs are read in English here."""
    with translation.override("en"):
        yield


@pytest.fixture
def first(weakness, official, health, home_affairs):
    """The row of the environment department, with one cause, helped by the health department."""
    weakness.points_lost = 2
    weakness.save()
    weakness.add_cause(
        by=actor(official), today=factories.IN_JUNE, kind="internal", statement="Chưa phân công rõ."
    )
    return factories.tracked_action(
        weakness, official, home_affairs, statement=LETTER, coordinating_units=[health]
    )


@pytest.fixture
def second(review, health, foreign_official, home_affairs):
    """The row of the health department: the same in other words, due later, of the same criterion."""
    words = "14/52 hồ sơ trả kết quả trễ hạn mà không có thư xin lỗi."
    other = factories.weakness(review, health, home_affairs, title="Trễ hạn", statement=words, points_lost=2)
    other.add_cause(
        by=actor(foreign_official), today=factories.IN_JUNE, kind="external", statement="Phần mềm chậm."
    )
    return factories.tracked_action(
        other, foreign_official, home_affairs, statement=OTHER_LETTER, due_on=date(2022, 10, 31)
    )


@pytest.fixture
def third(weakness, official, home_affairs):
    """Another measure, of the same criterion."""
    return factories.tracked_action(
        weakness, official, home_affairs, statement="Tập huấn cho cán bộ một cửa."
    )


@pytest.fixture
def of_papi(review, environment, official, home_affairs):
    """A row of another index."""
    papi = factories.index("PAPI")
    papi.position = 9
    papi.save()
    other = factories.weakness(review, environment, home_affairs, index=papi, criterion=None)
    return factories.tracked_action(other, official, home_affairs, statement="Công khai phí, lệ phí.")


@pytest.fixture
def plan(first, second, third, of_papi, review, home_affairs) -> Plan:
    return Plan.compile(review, by=actor(home_affairs), today=ISSUED)


@pytest.fixture
def merged(plan, first, second, home_affairs):
    """The line that stands for both letters."""
    lines = [each.contribution.item for each in (first, second)]
    return plan.merge(lines, by=actor(home_affairs), today=ISSUED)


@pytest.fixture
def desk(home_affairs) -> Reader:
    in_english(home_affairs)
    return Reader(home_affairs)
