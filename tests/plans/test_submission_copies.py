"""Every attempt is frozen as it was handed in: the ground of the receipt and of the printed copy."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from plans.models import Submission
from plans.models.planning.version import digest
from tests import factories
from tests.factories import DEADLINE, IN_JUNE, actor
from tests.reading import Reader
from tracker.errors import Refused
from tracker.models import Chain


@pytest.fixture
def submission(proposed, official, head):
    submission = Submission.objects.get(unit__code="STNMT")
    file = ContentFile(b"%PDF-1.7 signed\n%%EOF", name="Báo cáo.pdf")
    submission.attach(file, by=actor(official), today=IN_JUNE)
    return factories.submitted(submission, official, head)


def test_what_was_handed_in_is_kept_word_for_word(submission, proposed, head):
    copy = submission.copies.get()

    assert copy.receipt_number == "2021-STNMT-1"
    assert (copy.handed_in_on, copy.handed_in_by, copy.days_late) == (DEADLINE, head, 0)
    assert copy.content["weaknesses"][0]["actions"][0]["statement"] == proposed.statement
    assert [file["file_name"] for file in copy.content["files"]] == ["Báo cáo.pdf"]
    assert copy.sha256 == digest(copy.content)


def test_a_second_attempt_leaves_the_first_copy_as_it_was(submission, weakness, official, head, home_affairs):
    first = submission.copies.get().content
    later = DEADLINE + timedelta(days=2)
    back = {weakness.pk: "Nêu rõ số liệu"}
    submission.send_back(by=actor(home_affairs), today=DEADLINE, rows=back, due_on=later)
    submission.draft(by=actor(official), today=DEADLINE, strengths="Nhanh hơn")
    submission.send_to_head(by=actor(official), today=DEADLINE)
    submission.submit(by=actor(head), today=later + timedelta(days=3))

    copies = list(submission.copies.all())
    assert [copy.days_late for copy in copies] == [0, 3]
    assert (copies[0].content, copies[1].content["strengths"]) == (first, "Nhanh hơn")
    assert [row.decision for row in submission.rows.all()] == ["pending"]


def test_the_database_refuses_to_change_a_copy(submission):
    with pytest.raises(IntegrityError), transaction.atomic():
        submission.copies.update(days_late=9)


def test_the_head_hands_in_nothing_he_has_not_read(proposed, official, head):
    submission = factories.complete(Submission.objects.get(unit__code="STNMT"), official)
    page = Reader(head)
    address = "/ban-nop/2021/STNMT/nop/"
    opened = page.get(address).context["form"].initial
    late = Chain(cause={"c9": {"kind": "internal", "statement": "Thêm vào phút cuối"}})
    submission.refresh_from_db()
    submission.write_chain(submission.weaknesses.get(), late, by=actor(official), today=IN_JUNE)

    answer = page.post(address, {name: opened[name] for name in ("version", "idempotency", "seen")})

    assert (answer.status_code, submission.copies.count()) == (409, 0)


def test_nothing_is_written_once_the_review_is_closed(proposed, official):
    submission = Submission.objects.get(unit__code="STNMT")
    submission.review.state = "closed"
    submission.review.save(update_fields=["state"])

    assert not submission.may_write(actor(official))
    with pytest.raises(Refused):
        submission.draft(by=actor(official), today=IN_JUNE, strengths="Muộn")
