"""Home Affairs gives one unit its own date, exempts it, and expects it again; each time with a reason."""

from datetime import date

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import CONFERENCE, DEADLINE, IN_JUNE, actor
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event, Review

LATER, PLAN_DUE = date(2022, 7, 1), date(2022, 7, 29)
AFTER_ALL = date(2022, 8, 20)


def grant(submission, by, today=IN_JUNE, due_on=LATER, reason="Thiên tai", **more):
    submission.grant_date(by=actor(by), today=today, due_on=due_on, reason=reason, **more)


def test_a_unit_gets_its_own_date_and_is_late_only_after_it(submission, home_affairs):
    grant(submission, home_affairs)

    assert (submission.deadline, submission.days_late(LATER)) == (LATER, 0)
    event = Event.objects.of(submission).last()
    assert (event.verb, event.reason, event.after["due_on"]) == ("date_granted", "Thiên tai", "2022-07-01")


def test_the_deadline_of_all_takes_the_own_one_away_again(submission, home_affairs):
    grant(submission, home_affairs)
    grant(submission, home_affairs, due_on=DEADLINE, reason="Nhầm đơn vị")

    assert (submission.due_on, submission.deadline) == (None, DEADLINE)


@pytest.mark.parametrize(
    ("due_on", "today"),
    [
        (IN_JUNE, IN_JUNE),
        (date(2022, 6, 21), IN_JUNE),
        (DEADLINE, IN_JUNE),
        (date(2022, 7, 30), IN_JUNE),
    ],
    ids=["today", "less time than the others", "the one it has", "after the plan is due"],
)
def test_a_date_that_makes_no_sense_is_not_taken(due_on, today, submission, home_affairs):
    with pytest.raises(Invalid) as refusal:
        grant(submission, home_affairs, today=today, due_on=due_on)

    assert list(refusal.value.errors) == ["due_on"]
    assert Submission.objects.get(pk=submission.pk).due_on is None


def test_when_the_plan_is_late_itself_a_date_can_still_be_given(submission, home_affairs):
    grant(submission, home_affairs, today=date(2022, 8, 1), due_on=AFTER_ALL)

    assert submission.deadline == AFTER_ALL


def test_a_reason_is_needed(submission, home_affairs):
    with pytest.raises(Invalid) as refusal:
        grant(submission, home_affairs, reason="  ")

    assert list(refusal.value.errors) == ["reason"]


@pytest.mark.parametrize("who", ["head", "official", "leader", "admin"])
def test_only_home_affairs_treats_a_unit_differently(who, submission, home_affairs, request):
    by = request.getfixturevalue(who)
    with pytest.raises(Refused):
        grant(submission, by)
    with pytest.raises(Refused):
        submission.exempt(by=actor(by), today=IN_JUNE, reason="Mới thành lập")
    submission.exempt(by=actor(home_affairs), today=IN_JUNE, reason="Mới thành lập")
    with pytest.raises(Refused):
        submission.expect_again(by=actor(by), today=IN_JUNE, reason="Nhầm")


def test_what_is_handed_in_needs_no_date_and_cannot_be_exempted(
    proposed, submission, official, head, home_affairs
):
    factories.submitted(submission, official, head)

    assert submission.why_no_date() and submission.why_not_exempt()
    with pytest.raises(Refused):
        grant(submission, home_affairs)
    with pytest.raises(Refused):
        submission.exempt(by=actor(home_affairs), today=IN_JUNE, reason="Mới thành lập")


def test_a_returned_submission_can_get_more_time(
    proposed, weakness, submission, official, head, home_affairs
):
    factories.submitted(submission, official, head)
    submission.send_back(
        by=actor(home_affairs), today=DEADLINE, rows={weakness.pk: "Nêu số liệu"}, due_on=factories.ACCEPTED
    )
    grant(submission, home_affairs, today=DEADLINE)

    assert (submission.state, submission.deadline) == ("returned", LATER)


def test_a_closed_review_changes_no_more(submission, home_affairs):
    Review.objects.filter(pk=submission.review_id).update(state="closed")
    closed = Submission.objects.select_related("review").get(pk=submission.pk)

    with pytest.raises(Refused):
        grant(closed, home_affairs)
    with pytest.raises(Refused):
        closed.exempt(by=actor(home_affairs), today=IN_JUNE, reason="Mới thành lập")


def test_of_two_colleagues_the_second_is_told(submission, home_affairs):
    seen = submission.version
    grant(submission, home_affairs)

    with pytest.raises(Stale):
        grant(submission, home_affairs, due_on=date(2022, 7, 5), version=seen)


@pytest.mark.parametrize("begun", [False, True])
def test_an_exemption_taken_back_leaves_the_unit_where_it_stood(begun, submission, official, home_affairs):
    if begun:
        submission.draft(by=actor(official), today=CONFERENCE, strengths="Đúng hạn")
    submission.exempt(by=actor(home_affairs), today=CONFERENCE, reason="Mới thành lập")
    submission.expect_again(by=actor(home_affairs), today=IN_JUNE, reason="Đã ổn định tổ chức")

    assert submission.state == ("draft" if begun else "not_started")
    assert submission.strengths == ("Đúng hạn" if begun else "")
    assert Event.objects.of(submission).last().verb == "expected_again"


def test_nobody_is_expected_to_hand_in_by_a_day_that_is_over(submission, home_affairs):
    submission.exempt(by=actor(home_affairs), today=CONFERENCE, reason="Mới thành lập")
    with pytest.raises(Invalid) as refusal:
        submission.expect_again(by=actor(home_affairs), today=DEADLINE, reason="Nhầm")
    assert list(refusal.value.errors) == ["due_on"]

    submission.expect_again(by=actor(home_affairs), today=DEADLINE, reason="Nhầm", due_on=LATER)
    assert (submission.state, submission.deadline) == ("not_started", LATER)


def test_a_unit_that_owes_a_submission_is_not_expected_a_second_time(submission, home_affairs):
    with pytest.raises(Refused):
        submission.expect_again(by=actor(home_affairs), today=IN_JUNE, reason="Nhầm")
