"""Two people of Home Affairs press the same button at once: it happens once, and the second is told."""

from datetime import timedelta

import pytest

from plans.models import Submission
from plans.models.submissions.review_opening import open_review
from plans.setting_up.readiness import Readiness
from tests import factories
from tests.factories import actor
from tests.tracker.test_many_at_once import together
from tracker import calendar
from tracker.errors import Invalid, Refused
from tracker.models import Event, Review, Weakness

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def who(home_affairs) -> dict:
    return {"by": actor(home_affairs), "today": calendar.today()}


@pytest.fixture
def dates(environment, health) -> dict:
    today = calendar.today()
    return {
        "year": today.year - 1, "conference_on": today, "submissions_due_on": today + timedelta(days=12),
        "plan_due_on": today + timedelta(days=50),
    }  # fmt: skip


def attempt(do) -> str:
    try:
        do()
    except Invalid as refusal:
        return " ".join(refusal.errors)
    return "done"


def test_a_year_that_two_begin_together_is_begun_once(dates, who):
    results = together(2, lambda _: attempt(lambda: Review.prepare(**dates, **who)))

    assert sorted(results) == ["done", "year"] and Review.objects.count() == 1


def test_a_review_that_two_open_together_is_opened_once(dates, who):
    review = Review.prepare(**dates, **who)
    seen = Readiness(review, calendar.today()).digest
    results = together(2, lambda _: open_review(review, seen=seen, **who) or "opened")

    assert sorted(map(str, results)) == sorted(map(str, ["opened", Refused]))
    assert Submission.objects.count() == 3 and Event.objects.filter(verb="opened").count() == 1


def test_what_two_take_over_together_stands_there_once(weakness, who, dates):
    following = Review.prepare(**dates, **who)
    take = {"review": following, "weaknesses": [weakness]} | who
    results = together(2, lambda _: attempt(lambda: Weakness.take_over(**take)))

    assert sorted(results) == ["done", "weaknesses"] and following.weaknesses.count() == 1


def test_of_two_who_assign_the_same_words_one_is_told(environment, who, dates):
    review = Review.prepare(**dates, **who)
    words = {"title": "Chậm", "statement": "Chậm.", "index": factories.index(), "units": [environment]}
    results = together(2, lambda _: attempt(lambda: Weakness.assign(review=review, **words, **who)))

    assert sorted(results) == ["done", "units"] and review.weaknesses.count() == 1
