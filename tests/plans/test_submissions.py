"""A submission goes from the unit's official over its head to Home Affairs, and comes back row by row."""

from datetime import date

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import ACCEPTED, DEADLINE, IN_JUNE, actor
from tracker.errors import Invalid, Refused
from tracker.models import Event


@pytest.fixture
def submission(proposed, official, head):
    return factories.submitted(Submission.objects.get(unit__code="STNMT"), official, head)


def test_opening_the_review_expects_a_submission_from_every_assessed_unit(review):
    assert set(Submission.objects.values_list("unit__code", "state")) == {
        ("SNV", "not_started"), ("STNMT", "not_started"), ("SYT", "not_started"),
    }  # fmt: skip
    assert review.state == "open"


def test_the_head_hands_in_what_the_official_drafted(submission):
    assert (submission.state, submission.submitted_on, submission.attempt) == ("submitted", DEADLINE, 1)
    assert [row.decision for row in submission.rows.all()] == ["pending"]


def test_a_weakness_without_cause_or_owner_is_named_before_sending(proposed, official):
    submission = Submission.objects.get(unit__code="STNMT")
    submission.draft(by=actor(official), today=IN_JUNE)

    with pytest.raises(Invalid, match="HC-2021-001"):
        submission.send_to_head(by=actor(official), today=IN_JUNE)


def test_a_unit_without_weaknesses_must_say_so(review, foreign_official):
    submission = Submission.objects.get(unit__code="SYT")
    submission.draft(by=actor(foreign_official), today=IN_JUNE)

    with pytest.raises(Invalid):
        submission.send_to_head(by=actor(foreign_official), today=IN_JUNE)
    submission.draft(by=actor(foreign_official), today=IN_JUNE, declares_none=True)
    submission.send_to_head(by=actor(foreign_official), today=IN_JUNE)

    assert submission.state == "head_review"


def test_only_the_head_hands_in(proposed, official, head):
    submission = Submission.objects.get(unit__code="STNMT")
    submission.draft(by=actor(official), today=IN_JUNE)
    submission.weaknesses.get().add_cause(
        by=actor(official), today=IN_JUNE, kind="internal", statement="Chậm"
    )
    submission.weaknesses.get().name_responsible(
        by=actor(official), today=IN_JUNE, person=official, level="direct"
    )
    submission.send_to_head(by=actor(official), today=IN_JUNE)

    with pytest.raises(Refused):
        submission.submit(by=actor(official), today=IN_JUNE)


def test_handing_in_late_is_recorded_and_not_blocked(proposed, official, head):
    submission = Submission.objects.get(unit__code="STNMT")
    assert submission.days_late(date(2022, 6, 25)) == 3
    assert factories.submitted(submission, official, head).days_late(date(2022, 6, 25)) == 0


def test_acceptance_starts_the_watch_over_its_actions(submission, home_affairs, proposed):
    submission.accept(by=actor(home_affairs), today=ACCEPTED)

    proposed.refresh_from_db()
    assert (submission.state, proposed.accepted_on) == ("accepted", ACCEPTED)
    assert Event.objects.of(proposed).last().verb == "accepted"


def test_rows_not_returned_are_accepted_and_stay_so(submission, home_affairs, official, head, environment):
    other = submission.weaknesses.get()
    submission.send_back(
        by=actor(home_affairs), today=ACCEPTED, rows={other.pk: "Nêu số liệu"}, due_on=date(2022, 6, 30)
    )

    assert (submission.state, submission.deadline) == ("returned", date(2022, 6, 30))
    assert submission.rows.get().remark == "Nêu số liệu"


def test_sending_back_needs_a_reason_and_a_later_date(submission, home_affairs):
    row = submission.weaknesses.get().pk

    with pytest.raises(Invalid):
        submission.send_back(
            by=actor(home_affairs), today=ACCEPTED, rows={row: " "}, due_on=date(2022, 6, 30)
        )
    with pytest.raises(Invalid):
        submission.send_back(by=actor(home_affairs), today=ACCEPTED, rows={row: "Thiếu"}, due_on=ACCEPTED)

    assert Submission.objects.get(pk=submission.pk).state == "submitted"


def test_an_exempt_unit_owes_nothing(review, home_affairs):
    submission = Submission.objects.get(unit__code="SYT")

    submission.exempt(by=actor(home_affairs), today=IN_JUNE, reason="Mới thành lập")

    assert submission not in Submission.objects.missing()


def test_a_unit_sees_only_its_own_submission(review, foreign_official, home_affairs):
    assert [s.unit.code for s in Submission.objects.visible_to(actor(foreign_official))] == ["SYT"]
    assert Submission.objects.visible_to(actor(home_affairs)).count() == 3
