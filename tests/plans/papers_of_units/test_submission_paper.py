"""The report of one unit: its own words, as they were frozen when it was handed in."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from plans.models import PaperJob, Submission
from tests import factories
from tests.factories import DEADLINE, IN_JUNE, actor
from tests.plans.papers_of_units.writing import after, lines, rows_under, written
from tests.plans.word_reader import opened
from tests.reading import Reader
from tracker.models import Rating, RatingScale

HEADINGS = [
    "I. KẾT QUẢ", "II. HẠN CHẾ", "III. NGUYÊN NHÂN", "IV. TRÁCH NHIỆM", "V. BIỆN PHÁP KHẮC PHỤC",
    "VI. ĐỀ XUẤT, KIẾN NGHỊ",
]  # fmt: skip


@pytest.fixture
def handed_in(weakness, proposed, submission, official, head) -> Submission:
    return factories.submitted(submission, official, head)


@pytest.fixture
def named(weakness, proposed, submission, official, head, environment) -> Submission:
    """With a body and a person that answer, and the words of the head."""
    by = actor(official)
    weakness.name_responsible(by=by, today=IN_JUNE, organisation=environment, level="related")
    factories.complete(submission, official)
    submission.draft(by=by, today=IN_JUNE, head_responsibility="Tôi chịu trách nhiệm chung.")
    submission.send_to_head(by=by, today=IN_JUNE)
    submission.submit(by=actor(head), today=DEADLINE)
    return submission


def test_it_has_the_six_sections_in_their_order(handed_in):
    report = lines("submission", handed_in, DEADLINE)

    assert [line for line in report if line in HEADINGS] == HEADINGS
    assert "Kính gửi: Sở Nội vụ." in report
    assert report[-1] == "GIÁM ĐỐC"


def test_number_day_and_signer_are_left_to_the_unit(handed_in):
    report = lines("submission", handed_in, DEADLINE)

    assert "Số:      /BC-STNMT" in report
    assert "Hậu Giang, ngày      tháng      năm 2022" in report


def test_what_was_handed_in_is_printed_not_what_was_written_since(handed_in, weakness, proposed):
    later = {"statement": "Viết lại về sau.", "edited_statement": "Lời của Sở Nội vụ"}
    type(weakness).objects.filter(pk=weakness.pk).update(**later)

    whole = " ".join(lines("submission", handed_in, DEADLINE))

    assert "12/40 hồ sơ đất đai trả kết quả trễ hạn" in whole
    assert proposed.statement in whole
    assert "Viết lại về sau" not in whole
    assert "Lời của Sở Nội vụ" not in whole


def test_a_unit_that_mends_what_was_returned_prints_what_it_writes_now(
    handed_in, official, home_affairs, weakness
):
    handed_in.send_back(
        by=actor(home_affairs), today=DEADLINE, rows={weakness.pk: "Nêu rõ hơn."}, due_on=date(2022, 6, 28)
    )
    handed_in.draft(by=actor(official), today=DEADLINE, strengths="Nay nêu lại.")

    assert "Nay nêu lại." in lines("submission", handed_in, DEADLINE)


def test_the_foot_says_from_which_words_it_was_made(submission, handed_in):
    (copy,) = handed_in.copies.all()

    foot = _foot(written("submission", handed_in, DEADLINE))
    assert f"Lập từ bản đã nộp lần 1 ngày 22/6/2022, biên nhận {copy.receipt_number}" in foot


def test_a_draft_says_that_it_was_not_handed_in(complete):
    assert "chưa nộp trên phần mềm" in _foot(written("submission", complete, IN_JUNE))


def test_causes_are_told_apart_and_none_is_said_so(handed_in):
    report = lines("submission", handed_in, DEADLINE)

    assert after(report, "1. Nguyên nhân khách quan", "2. Nguyên nhân chủ quan") == ["Không có."]
    assert "- Hạn chế (1): Chưa phân công rõ." in report


def test_bodies_and_people_that_answer_are_told_apart(named):
    report = lines("submission", named, DEADLINE)

    assert after(report, "1. Trách nhiệm của tập thể", "2. Trách nhiệm của cá nhân") == [
        "- Sở Tài nguyên và Môi trường: chịu trách nhiệm liên quan đối với hạn chế (1)."
    ]
    assert after(report, "a) Người đứng đầu:", "V. BIỆN PHÁP KHẮC PHỤC") == [
        "Tôi chịu trách nhiệm chung.", "b) Cá nhân đối với từng hạn chế:",
        "- Trần Quốc Khởi: chịu trách nhiệm trực tiếp đối với hạn chế (1).",
    ]  # fmt: skip


def test_the_remedies_stand_under_their_weakness(handed_in, weakness, proposed):
    rows = rows_under(written("submission", handed_in, DEADLINE), "Biện pháp khắc phục")

    assert rows == [
        [f"Hạn chế (1): {weakness.title}"],
        ["1", proposed.statement, "Trần Quốc Khởi", "31/8/2022", "Báo cáo kết quả số hóa"],
    ]


def test_points_lost_come_with_a_decimal_comma(handed_in, weakness):
    type(weakness).objects.filter(pk=weakness.pk).update(points_lost=Decimal("0.50"))

    assert any("(điểm trừ: 0,5)" in line for line in lines("submission", handed_in, DEADLINE))


def test_a_rating_is_printed_only_when_it_was_entered(handed_in):
    assert not any("xếp loại tốt" in line for line in lines("submission", handed_in, DEADLINE))

    scale = RatingScale.objects.create(code="s", name_vi="Thang")
    good = Rating.objects.create(scale=scale, code="tot", name_vi="Tốt", position=2)
    handed_in.review.assessed_units.filter(unit=handed_in.unit).update(rating=good, points=Decimal("86.50"))

    rated = "Kết quả công tác cải cách hành chính năm 2021: 86,5 điểm, xếp loại tốt."
    assert rated in lines("submission", handed_in, DEADLINE)


def test_a_unit_that_found_nothing_says_so_and_promises_nothing(review, health, foreign_official):
    nothing = review.submissions.get(unit=health)
    nothing.draft(by=actor(foreign_official), today=IN_JUNE, strengths="Đúng hạn", declares_none=True)

    report = lines("submission", nothing, IN_JUNE)

    assert "Qua tự rà soát, Sở Y tế không phát hiện hạn chế thuộc trách nhiệm của đơn vị." in report
    assert not any("cam kết" in line for line in report)


def test_what_nobody_has_written_yet_is_left_open_and_not_called_none(submission):
    assert "Không có." not in lines("submission", submission, IN_JUNE)


def test_another_unit_can_neither_ask_for_the_report_nor_fetch_it(named, foreign_official, official):
    address = reverse("paper-new", args=[2022, "submission"])
    asked = {"format": "docx", "submission": "STNMT"}

    assert Reader(foreign_official).post(address, asked).status_code in (404, 422)
    mine = Reader(official).post(address, asked)
    assert mine.status_code == 303
    job = PaperJob.objects.get()
    for name in ("paper-job", "paper-job-progress", "paper-file"):
        assert Reader(foreign_official).get(reverse(name, args=[job.pk])).status_code == 404


def test_the_page_of_the_submission_leads_to_the_report(handed_in, official):
    page = Reader(official).get(reverse("submission", args=[2021, "STNMT"])).content.decode()

    assert f"{reverse('paper-new', args=[2022, 'submission'])}?format=docx&amp;submission=STNMT" in page


def _foot(paper: bytes) -> str:
    return " ".join(line.text for line in opened(paper).sections[0].footer.paragraphs)


def test_the_page_that_asks_for_it_has_the_unit_chosen_already(handed_in, official):
    address = reverse("paper-new", args=[2022, "submission"])
    page = Reader(official).get(address, {"format": "docx", "submission": "STNMT"})

    assert page.status_code == 200
    assert '<option value="STNMT" selected>' in page.content.decode()
