"""Home Affairs notes what it means to decide, row by row; a colleague's notes are never overwritten unseen."""

from datetime import date

import pytest
from django.utils import timezone

from plans.models import Submission
from tests import factories
from tests.factories import ACCEPTED, DEADLINE, IN_JUNE, actor
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event, Weakness

LATER = date(2022, 6, 30)


@pytest.fixture
def second(review, environment, home_affairs, official, submission) -> Weakness:
    """One more weakness of the same unit."""
    found = factories.weakness(review, environment, home_affairs, title="Chậm trả lời phản ánh")
    factories.action(found, official)
    return found


@pytest.fixture
def waiting(weakness, proposed, second, submission, official, head) -> Submission:
    """Two rows that wait for Home Affairs."""
    return factories.submitted(submission, official, head)


def note(submission, weakness, person, verdict, **words):
    return submission.examine(weakness, by=actor(person), now=timezone.now(), verdict=verdict, **words)


def test_notes_are_kept_and_tell_who_wrote_them(waiting, weakness, home_affairs):
    note(waiting, weakness, home_affairs, "return", remark=" Nêu  số liệu ", checks=["causes"])

    row = waiting.rows.get(weakness=weakness)
    assert (row.verdict, row.draft_remark, row.checks) == ("return", "Nêu số liệu", ["causes"])
    assert (row.decision, row.examined_by, row.remark) == ("pending", home_affairs, "")


def test_notes_are_nobodys_news(waiting, weakness, home_affairs):
    before = Event.objects.count()
    note(waiting, weakness, home_affairs, "accept")

    assert Event.objects.count() == before


def test_a_colleagues_notes_are_found_out_and_mine_may_replace_them_knowingly(
    waiting, weakness, home_affairs, second_home_affairs
):
    theirs = note(waiting, weakness, second_home_affairs, "accept", remark="Được")
    with pytest.raises(Stale):
        note(waiting, weakness, home_affairs, "return", seen="")
    assert waiting.rows.get(weakness=weakness).draft_remark == "Được"

    note(waiting, weakness, home_affairs, "return", seen=theirs.stamp)
    assert waiting.rows.get(weakness=weakness).verdict == "return"


def test_the_same_notes_twice_are_no_conflict(waiting, weakness, home_affairs, second_home_affairs):
    theirs = note(waiting, weakness, second_home_affairs, "accept")

    assert note(waiting, weakness, home_affairs, "accept", seen="").stamp == theirs.stamp


@pytest.mark.parametrize("words", [{"verdict": "perhaps"}, {"verdict": "accept", "checks": ["colour"]}])
def test_only_known_verdicts_and_checks_are_kept(words, waiting, weakness, home_affairs):
    with pytest.raises(Invalid):
        waiting.examine(weakness, by=actor(home_affairs), now=timezone.now(), **words)


def test_only_home_affairs_examines_and_only_what_waits(waiting, weakness, head, home_affairs):
    with pytest.raises(Refused):
        note(waiting, weakness, head, "accept")
    waiting.accept(by=actor(home_affairs), today=ACCEPTED)
    with pytest.raises(Refused, match="Nguyễn Văn Bình"):
        note(waiting, weakness, home_affairs, "accept")


def test_a_row_accepted_in_an_earlier_attempt_needs_no_verdict(
    waiting, weakness, second, official, head, home_affairs
):
    again(waiting, {second.pk: "Nêu số liệu"}, official, head, home_affairs)

    with pytest.raises(Refused):
        note(waiting, weakness, home_affairs, "return")
    assert note(waiting, second, home_affairs, "accept").decision == "pending"


def test_the_notes_of_a_returned_row_begin_anew_and_its_remark_stays(
    waiting, weakness, second, official, head, home_affairs
):
    note(waiting, second, home_affairs, "return", remark="Nêu số liệu", checks=["causes"])
    again(waiting, {second.pk: "Nêu số liệu"}, official, head, home_affairs)

    row = waiting.rows.get(weakness=second)
    assert (row.verdict, row.draft_remark, row.checks, row.examined_by) == ("", "", [], None)
    assert (row.decision, row.remark) == ("pending", "Nêu số liệu")


def test_what_is_marked_to_be_returned_is_not_accepted(waiting, weakness, home_affairs):
    note(waiting, weakness, home_affairs, "return", remark="Thiếu")

    with pytest.raises(Refused, match=weakness.ref):
        waiting.accept(by=actor(home_affairs), today=ACCEPTED)
    with pytest.raises(Refused):
        waiting.send_back(by=actor(home_affairs), today=ACCEPTED, rows={}, remark="Chung", due_on=LATER)
    assert Submission.objects.get(pk=waiting.pk).state == "submitted"


def test_a_decision_is_taken_on_notes_its_maker_has_read(
    waiting, weakness, home_affairs, second_home_affairs
):
    read = waiting.stamp_of_notes()
    note(waiting, weakness, second_home_affairs, "accept", remark="Xem lại số liệu")

    with pytest.raises(Stale):
        waiting.accept(by=actor(home_affairs), today=ACCEPTED, notes=read)
    waiting.accept(by=actor(home_affairs), today=ACCEPTED, notes=waiting.stamp_of_notes())
    assert waiting.state == "accepted"


def test_a_remark_on_the_whole_is_enough_and_all_rows_are_accepted(waiting, proposed, home_affairs):
    waiting.send_back(
        by=actor(home_affairs), today=ACCEPTED, rows={}, remark="Bổ sung báo cáo ký số", due_on=LATER
    )

    assert waiting.state == "returned" and {row.decision for row in waiting.rows.all()} == {"accepted"}
    last = Event.objects.of(waiting).last()
    assert (last.reason, last.after["remark"]) == ("Bổ sung báo cáo ký số", "Bổ sung báo cáo ký số")


def test_a_submission_that_declares_no_weakness_is_returned_with_a_remark(
    review, health, foreign_official, home_affairs
):
    chief = factories.person("yen@sample.test", "Trần Thị Yến", "unit_head", health)
    empty = factories.submitted(Submission.objects.get(unit=health), foreign_official, chief)
    with pytest.raises(Invalid):
        empty.send_back(by=actor(home_affairs), today=ACCEPTED, rows={}, due_on=LATER)
    empty.send_back(
        by=actor(home_affairs), today=ACCEPTED, rows={}, remark="Điểm SIPAS giảm: rà soát lại", due_on=LATER
    )

    assert empty.state == "returned"


def test_each_reason_is_told_with_its_row(waiting, weakness, second, home_affairs):
    rows = {weakness.pk: "Nêu số liệu", second.pk: "Nêu người chịu trách nhiệm"}
    waiting.send_back(
        by=actor(home_affairs), today=ACCEPTED, rows=rows, remark="Đọc kỹ hướng dẫn", due_on=LATER
    )

    assert Event.objects.of(waiting).last().reason == (
        f"Đọc kỹ hướng dẫn\n{weakness.ref}: Nêu số liệu\n{second.ref}: Nêu người chịu trách nhiệm"
    )


def test_rows_of_other_submissions_and_accepted_rows_are_not_returned(
    waiting, weakness, second, official, head, home_affairs
):
    again(waiting, {second.pk: "Nêu số liệu"}, official, head, home_affairs)

    for stranger in (weakness.pk, 999_999):
        with pytest.raises(Refused):
            waiting.send_back(
                by=actor(home_affairs), today=LATER, rows={stranger: "?"}, due_on=date(2022, 7, 8)
            )


def again(submission, rows, official, head, home_affairs) -> None:
    """Returned and handed in once more."""
    submission.send_back(by=actor(home_affairs), today=DEADLINE, rows=rows, due_on=LATER)
    submission.draft(by=actor(official), today=IN_JUNE)
    submission.send_to_head(by=actor(official), today=IN_JUNE)
    submission.submit(by=actor(head), today=DEADLINE)
