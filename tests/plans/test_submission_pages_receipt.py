"""What was handed in has a receipt and a copy to print; files go with it and leave a trace when they go."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plans.models import Submission
from tests import factories
from tests.factories import DEADLINE, actor
from tests.reading import Reader

PLACE = "/ban-nop/2021/STNMT/"
RECEIPT = f"{PLACE}bien-nhan/"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def submission(weakness, head) -> Submission:
    return Submission.objects.select_related("review", "unit").get(unit__code="STNMT")


@pytest.fixture
def submitted(submission, proposed, official, head) -> Submission:
    return factories.submitted(submission, official, head)


@pytest.fixture
def twice(submitted, weakness, official, head, home_affairs) -> Submission:
    """Returned once, changed, and handed in again three days late."""
    later = DEADLINE + timedelta(days=2)
    submitted.send_back(
        by=actor(home_affairs), today=DEADLINE, rows={weakness.pk: "Nêu số liệu"}, due_on=later
    )
    submitted.draft(by=actor(official), today=DEADLINE, strengths="Nhanh hơn trước")
    submitted.send_to_head(by=actor(official), today=DEADLINE)
    submitted.submit(by=actor(head), today=later + timedelta(days=3))
    return submitted


def text(page) -> str:
    return page.content.decode()


def test_the_receipt_says_what_who_when_and_the_checksum_of_the_whole(submitted, proposed, official, head):
    page = text(Reader(official).get(RECEIPT))
    copy = submitted.copies.get()

    for words in (
        "2021-STNMT-1",
        copy.sha256,
        head.full_name,
        proposed.statement,
        "Chưa phân công rõ.",
        "Đúng hạn",
    ):
        assert words in page


def test_without_anything_handed_in_the_receipt_leads_to_the_task_list(submission, official):
    assert Reader(official).get(RECEIPT).url == PLACE


def test_every_attempt_can_be_read_and_the_latest_stands_first(twice, official):
    reader = Reader(official)

    assert "Nhanh hơn trước" in text(reader.get(RECEIPT)) and "2021-STNMT-2" in text(reader.get(RECEIPT))
    first = text(reader.get(f"{RECEIPT}?attempt=1"))
    assert "2021-STNMT-1" in first and "Nhanh hơn trước" not in first
    assert (
        reader.get(f"{RECEIPT}?attempt=3").status_code
        == 404
        == reader.get(f"{RECEIPT}?attempt=x").status_code
    )


def test_later_changes_do_not_reach_the_copy(submitted, weakness, home_affairs, official):
    before = submitted.copies.get().content["weaknesses"][0]["statement"]
    type(weakness).objects.filter(pk=weakness.pk).update(statement="Đã bị đổi")

    page = text(Reader(official).get(RECEIPT))
    assert before in page and "Đã bị đổi" not in page


def test_home_affairs_reads_the_receipt_and_another_unit_does_not(submitted, home_affairs, foreign_official):
    assert Reader(home_affairs).get(RECEIPT).status_code == 200
    assert Reader(foreign_official).get(RECEIPT).status_code == 404


def signed(name: str = "Báo cáo ký số.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_signed_report_is_attached_downloaded_and_removed_with_a_trace(submission, official):
    reader = Reader(official)
    assert reader.fill_in(f"{PLACE}tep/", file=signed()).status_code == 303
    attached = submission.files.get()
    answer = reader.get(f"{PLACE}tep/{attached.pk}/")
    assert b"".join(answer.streaming_content) == PDF
    assert "attachment" in answer["Content-Disposition"] and "sandbox" in answer["Content-Security-Policy"]

    reader.fill_in(f"{PLACE}tep/{attached.pk}/go-bo/")
    assert reader.get(f"{PLACE}tep/{attached.pk}/").status_code == 404
    assert 'class="removed"' in text(reader.get(f"{PLACE}tep/"))


@pytest.mark.parametrize(
    ("name", "content"), [("chương trình.pdf", b"MZ\x90\x00" * 40), ("trống.pdf", b""), ("a.exe", b"MZ")]
)
def test_what_is_no_sound_document_is_refused_beside_the_field(name, content, submission, official):
    answer = Reader(official).fill_in(f"{PLACE}tep/", file=signed(name, content))

    assert answer.status_code == 422 and 'id="id_file_error"' in text(answer)
    assert not submission.files.exists()


def test_another_units_files_are_not_there(submission, official, foreign_official):
    Reader(official).fill_in(f"{PLACE}tep/", file=signed())

    assert Reader(foreign_official).get(f"{PLACE}tep/{submission.files.get().pk}/").status_code == 404


def test_after_handing_in_files_are_read_and_no_longer_changed(submission, proposed, official, head):
    Reader(official).fill_in(f"{PLACE}tep/", file=signed())
    submission.refresh_from_db()
    factories.submitted(submission, official, head)
    reader = Reader(official)

    assert 'type="file"' not in text(reader.get(f"{PLACE}tep/"))
    assert reader.fill_in(f"{PLACE}tep/", file=signed()).status_code == 409
    assert "Báo cáo ký số.pdf" in text(reader.get(RECEIPT))
