"""An acceptance can be taken back while nobody has built on it: as if it had not been."""

from datetime import date, time

import pytest

from notifications import reconcile
from notifications.models import Discrepancy, Obligation
from plans.models import Plan, Submission
from tests import factories
from tests.factories import ACCEPTED, DEADLINE, IN_JUNE, actor
from tests.notifications.days import at, tick
from tracker.errors import Invalid, Refused
from tracker.models import Event


@pytest.fixture
def accepted(submission, proposed, official, head, home_affairs) -> Submission:
    factories.submitted(submission, official, head)
    submission.accept(by=actor(home_affairs), today=ACCEPTED)
    proposed.refresh_from_db()
    return submission


def take_back(submission, person, reason="Đọc nhầm bản"):
    submission.reconsider(by=actor(person), today=ACCEPTED, reason=reason)


def test_it_waits_again_and_its_actions_are_proposals_again(accepted, proposed, home_affairs):
    take_back(accepted, home_affairs)

    proposed.refresh_from_db()
    assert (accepted.state, accepted.accepted_on, proposed.accepted_on) == ("submitted", None, None)
    assert [row.decision for row in accepted.rows.all()] == ["pending"]
    last = Event.objects.of(accepted).last()
    assert (last.verb, last.reason) == ("reconsidered", "Đọc nhầm bản")


def test_afterwards_it_is_accepted_again(accepted, proposed, home_affairs):
    take_back(accepted, home_affairs)
    accepted.accept(by=actor(home_affairs), today=date(2022, 6, 27))

    proposed.refresh_from_db()
    assert proposed.accepted_on == date(2022, 6, 27)


def test_rows_of_an_earlier_attempt_stay_accepted(
    review, environment, weakness, proposed, submission, official, head, home_affairs
):
    other = factories.weakness(review, environment, home_affairs, title="Chậm trả lời")
    factories.action(other, official)
    factories.submitted(submission, official, head)
    back = {"rows": {other.pk: "Nêu số liệu"}, "due_on": date(2022, 6, 30)}
    submission.send_back(by=actor(home_affairs), today=DEADLINE, **back)
    submission.draft(by=actor(official), today=IN_JUNE)
    submission.send_to_head(by=actor(official), today=IN_JUNE)
    submission.submit(by=actor(head), today=DEADLINE)
    submission.accept(by=actor(home_affairs), today=DEADLINE)
    take_back(submission, home_affairs)

    proposed.refresh_from_db()
    assert {row.weakness_id: row.decision for row in submission.rows.all()} == {
        weakness.pk: "accepted", other.pk: "pending",
    }  # fmt: skip
    assert proposed.accepted_on == DEADLINE and not other.actions.filter(accepted_on__isnull=False).exists()


def test_it_needs_a_reason_and_home_affairs(accepted, home_affairs, head):
    with pytest.raises(Invalid):
        take_back(accepted, home_affairs, " ")
    with pytest.raises(Refused):
        take_back(accepted, head)


def test_work_that_has_begun_keeps_it_accepted(accepted, proposed, official, home_affairs):
    proposed.update_progress(by=actor(official), today=ACCEPTED, percent=10, note="Đã họp")

    with pytest.raises(Refused, match=proposed.ref):
        take_back(accepted, home_affairs)
    assert Submission.objects.get(pk=accepted.pk).state == "accepted"


def test_a_line_of_the_plan_keeps_it_accepted(accepted, home_affairs):
    Plan.compile(accepted.review, by=actor(home_affairs), today=ACCEPTED)

    with pytest.raises(Refused):
        take_back(accepted, home_affairs)


def test_an_issued_plan_keeps_it_accepted(accepted, home_affairs):
    factories.issued_plan(accepted.review, home_affairs)

    with pytest.raises(Refused):
        take_back(accepted, home_affairs)


def told(person) -> list[str]:
    return list(Obligation.objects.filter(rule__code="submission-accepted", recipient=person).order_by("pk")
                .values_list("state", flat=True))  # fmt: skip


def test_a_mail_about_it_that_has_not_left_is_not_sent(accepted, head, home_affairs, sink, settings):
    settings.EMAIL_PORT = 1  # the mail server is away
    tick(ACCEPTED)
    take_back(accepted, home_affairs)
    settings.EMAIL_PORT = sink.port
    tick(date(2022, 6, 25))

    assert told(head) == ["cancelled"] and the_books_agree()
    subjects = [mail["Subject"] for mail in sink.to(head.email) if "tiếp nhận" in mail["Subject"].lower()]
    assert [subject.split(":")[0] for subject in subjects] == ["Rút lại việc tiếp nhận"]


def test_taken_back_before_anybody_heard_of_it_it_is_no_news_and_accepted_again_it_is_one(
    accepted, head, home_affairs, sink
):
    take_back(accepted, home_affairs)
    tick(ACCEPTED)
    assert told(head) == [] and the_books_agree()

    accepted.accept(by=actor(home_affairs), today=ACCEPTED)
    tick(date(2022, 6, 25))
    assert told(head) == ["done"] and the_books_agree()


def the_books_agree() -> bool:
    """What was owed, reckoned a second time from the history alone, is what the engine wrote down."""
    reconcile.compare(at(date(2022, 6, 25), time(9)))
    return not Discrepancy.objects.exists()
