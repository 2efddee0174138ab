"""The summary of all submissions: every figure can be counted again from what the units handed in."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from plans.models import Submission
from plans.papers import synthesis_paper
from tests import factories
from tests.factories import ACCEPTED, DEADLINE, IN_JUNE, actor
from tests.plans.papers_of_units.writing import after, cells_under, lines, written
from tests.reading import Reader
from tracker.models import Weakness

LATE = DEADLINE + timedelta(days=2)
GROUPS = "Nhóm cơ quan, đơn vị"
FOUND = "Chỉ số, lĩnh vực, tiêu chí"


@pytest.fixture
def handed_in(weakness, proposed, submission, official, head) -> Submission:
    return factories.submitted(submission, official, head)


@pytest.fixture
def late(handed_in, review, health, foreign_official, home_affairs) -> Submission:
    """SYT, two days late, with two weaknesses of which it found one itself."""
    chief = factories.person("chief@sample.test", "Phan Thị Chính", "unit_head", health)
    theirs = review.submissions.get(unit=health)
    given = factories.weakness(
        review, health, home_affairs, title="Thủ tục chậm", points_lost=Decimal("0.25")
    )
    own = factories.weakness(review, health, foreign_official, title="Khác", origin="found", criterion=None)
    for each in (given, own):
        factories.action(each, foreign_official, is_initiative=each == own)
    given.add_cause(by=actor(foreign_official), today=IN_JUNE, kind="external", statement="Dịch bệnh.")
    factories.complete(theirs, foreign_official)
    theirs.send_to_head(by=actor(foreign_official), today=LATE)
    theirs.submit(by=actor(chief), today=LATE)
    return theirs


def test_who_handed_in_in_time_late_or_not_is_counted_by_group(late, review):
    rows = cells_under(written("synthesis", review, LATE), GROUPS)

    assert rows[0][1:] == ["Sở, ban, ngành", "3", "0", "1", "1", "0", "1", "0"]
    assert rows[-1][1:] == ["Tổng số", "3", "0", "1", "1", "0", "1", "0"]


def test_the_late_are_named_with_their_dates(late, review):
    (row,) = cells_under(written("synthesis", review, LATE), "Số ngày trễ")

    assert row == ["1", "Sở Y tế", "22/6/2022", "24/6/2022", "2"]


def test_the_missing_are_named_with_the_days_that_have_passed(late, review):
    report = lines("synthesis", review, LATE)

    assert "- Sở, ban, ngành (1 đơn vị): Sở Nội vụ (hạn nộp 22/6/2022, quá hạn 2 ngày)." in report


def test_an_exempt_unit_is_told_with_the_reason_and_owes_nothing(handed_in, review, health, home_affairs):
    review.submissions.get(unit=health).exempt(
        by=actor(home_affairs), today=IN_JUNE, reason="Năm đầu tham gia đánh giá"
    )
    report = lines("synthesis", review, DEADLINE)

    assert "- Sở Y tế: Năm đầu tham gia đánh giá." in report
    assert any("1/2 cơ quan, đơn vị (50,0%)" in line for line in report)


def test_a_returned_submission_is_not_counted_as_handed_in(handed_in, review, weakness, home_affairs):
    handed_in.send_back(
        by=actor(home_affairs), today=DEADLINE, rows={weakness.pk: "Nêu rõ."}, due_on=date(2022, 6, 30)
    )
    rows = cells_under(written("synthesis", review, DEADLINE), GROUPS)

    assert rows[-1][1:] == ["Tổng số", "3", "0", "0", "0", "1", "2", "0"]
    assert any(
        "trả lại để hoàn thiện, hạn nộp 30/6/2022" in line for line in lines("synthesis", review, DEADLINE)
    )


def test_weaknesses_are_counted_by_index_and_criterion_with_the_points_lost(late, review):
    rows = cells_under(written("synthesis", review, LATE), FOUND)

    assert [row[2:] for row in rows] == [
        ["3", "2", "0,25"], ["2", "2", "0,25"], ["1", "1", "–"], ["3", "2", "0,25"]
    ]  # fmt: skip


def test_a_weakness_given_to_several_units_has_lost_its_points_once(late, review):
    Weakness.objects.filter(review=review, origin="assigned").update(
        title="Chung", points_lost=Decimal("0.5")
    )

    assert cells_under(written("synthesis", review, LATE), FOUND)[-1][2:] == ["3", "2", "0,5"]


def test_causes_answers_and_remedies_are_counted(late, review):
    report, paper = lines("synthesis", review, LATE), written("synthesis", review, LATE)

    assert cells_under(paper, "Khách quan")[-1][1:] == ["Tổng số", "1", "3", "4"]
    assert any(
        "đối với 3/3 hạn chế: 0 lượt đối với tập thể, 3 lượt đối với cá nhân" in line for line in report
    )
    assert cells_under(paper, "Trong đó sáng kiến")[-1][1:] == ["Tổng số", "3", "31/8/2022", "31/8/2022", "1"]


def test_an_initiative_is_listed_with_its_unit(late, review):
    (row,) = cells_under(written("synthesis", review, LATE), "Sáng kiến, cách làm mới")

    assert row[2:] == ["Sở Y tế", "31/8/2022"]


def test_nobody_who_answers_for_a_weakness_is_named(late, review, official, foreign_official):
    paper = " ".join(lines("synthesis", review, LATE))

    assert official.full_name not in paper
    assert foreign_official.full_name not in paper
    assert "Phan Thị Chính" not in paper


def test_the_annex_lists_every_unit_and_figures_only_of_what_was_handed_in(late, review):
    rows = {row[1]: row for row in cells_under(written("synthesis", review, LATE), "Ghi chú")}

    assert rows["Sở Tài nguyên và Môi trường"][5:] == ["1", "0", "1", "1", "0", ""]
    assert rows["Sở Y tế"][2:5] == ["22/6/2022", "24/6/2022", "Đã nộp, đang xem xét"]
    assert rows["Sở Y tế"][5:] == ["2", "1", "2", "2", "1", "Trễ 2 ngày"]
    assert rows["Sở Nội vụ"][3:] == ["–", "Chưa nộp", "–", "–", "–", "–", "–", "Quá hạn 2 ngày"]


def test_the_workbook_says_the_same_with_numbers_and_dates(late, review):
    (sheet,) = synthesis_paper.sheets(review, LATE)
    rows = {row[1]: row for row in sheet.rows}

    assert rows["Sở Y tế"][3:] == [
        DEADLINE, LATE, "Đã nộp, đang xem xét", 2, 1, 2, 2, 1, "Trễ 2 ngày"
    ]  # fmt: skip
    assert rows["Sở Nội vụ"][6:11] == [None] * 5


def test_accepted_submissions_are_counted(handed_in, review, home_affairs):
    handed_in.accept(by=actor(home_affairs), today=ACCEPTED)

    assert cells_under(written("synthesis", review, ACCEPTED), GROUPS)[-1][-1] == "1"


def test_before_anybody_hands_in_it_says_so_without_empty_tables(review):
    report = lines("synthesis", review, IN_JUNE)

    assert "Các báo cáo đã nộp chưa nêu biện pháp khắc phục." in report
    assert after(report, "2. Cơ quan, đơn vị nộp trễ", "3. Cơ quan, đơn vị chưa nộp") == [
        "Không có cơ quan, đơn vị nộp trễ."
    ]


def test_it_asks_as_often_for_many_units_as_for_few(handed_in, review, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        synthesis_paper.words(review, DEADLINE)


def test_the_board_leads_to_it_for_those_who_watch(review, home_affairs):
    board = Reader(home_affairs).get(reverse("board", args=[review.year])).content.decode()

    assert f"{reverse('paper-new', args=[2022, 'synthesis'])}?format=docx" in board


def test_a_unit_cannot_have_it(review, official):
    asked = Reader(official).post(reverse("paper-new", args=[2022, "synthesis"]), {"format": "docx"})

    assert asked.status_code in (403, 404, 409)
