"""One more weakness after the opening is told to its unit; what is prepared is told to nobody."""

from datetime import date

import pytest

from notifications.engine.listen import to_news
from notifications.mails.opening import letter_of_opening
from notifications.models import Obligation
from plans.models import Submission
from tests import factories
from tests.factories import CONFERENCE, DEADLINE, IN_JUNE, actor
from tests.notifications.days import at
from tracker.models import Event, Review, Weakness


def assign(review, by, *units) -> list[Weakness]:
    return Weakness.assign(
        by=actor(by), today=IN_JUNE, review=review, units=units, title="Hồ sơ trễ hạn",
        statement="12/40 hồ sơ trễ hạn.", index=factories.index(),
    )  # fmt: skip


def owed(rule: str = "weakness-assigned") -> list[tuple]:
    to_news(at(IN_JUNE))
    rows = Obligation.objects.filter(rule__code=rule).order_by("recipient__email")
    return [(each.recipient.full_name, each.subject_ref) for each in rows]


def test_the_unit_is_told_of_one_more_weakness_and_other_units_are_not(
    review, environment, official, head, foreign_official, home_affairs
):
    [weakness] = assign(review, home_affairs, environment)

    assert owed() == [(head.full_name, "STNMT"), (official.full_name, "STNMT")]
    last = Event.objects.of(Submission.objects.get(unit=environment)).last()
    assert (last.verb, last.reason) == ("weakness_given", str(weakness))


def test_a_province_wide_weakness_is_told_to_no_unit(review, official, head, home_affairs):
    assign(review, home_affairs)

    assert owed() == []


@pytest.fixture
def preparing(environment, home_affairs) -> Review:
    return Review.prepare(
        by=actor(home_affairs), today=CONFERENCE, year=2021, conference_on=CONFERENCE,
        submissions_due_on=DEADLINE, plan_due_on=date(2022, 7, 29),
    )  # fmt: skip


def test_what_is_prepared_is_told_to_nobody_and_the_opening_once(
    preparing, environment, official, home_affairs
):
    assign(preparing, home_affairs, environment)
    assert owed() == [] and owed("review-opened") == []

    Submission.open_round(preparing, by=actor(home_affairs), today=IN_JUNE)
    assert owed("review-opened") == [(official.full_name, "2021")] == owed("review-opened")


def test_the_letter_shown_before_the_opening_leaves_nothing_behind(preparing, official, home_affairs):
    letter = letter_of_opening(preparing, official, by=actor(home_affairs), today=IN_JUNE)

    assert "22/06" in letter.subject and official.full_name in letter.text and not letter.is_optional
    assert not Obligation.objects.exists() and not Event.objects.filter(verb="opened").exists()
