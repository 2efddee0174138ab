"""The report on the plan at a date: four results, and the lists behind them."""

from datetime import date

import pytest

from plans.models import Plan
from plans.papers import progress_report
from plans.papers.progress.progress_sheets import sheets_of
from plans.progress.past import states_on
from tests import factories
from tests.plans.word_reader import lines_of, opened

LATE = date(2022, 9, 10)


@pytest.fixture
def plan(action, review, home_affairs):
    return factories.issued_plan(review, home_affairs)


def table_under(paper: bytes, header: str) -> list[list[str]]:
    """The lines of the table that has a column of this name, without its header."""
    for table in opened(paper).tables:
        if header in [cell.text for cell in table.rows[0].cells]:
            return [[cell.text for cell in row.cells] for row in table.rows[1:]]
    return []


def test_an_open_action_before_its_deadline_is_open_in_time(plan):
    lines = lines_of(progress_report(plan, factories.SUMMER))

    assert "- Chưa hoàn thành, còn trong hạn: 1 biện pháp (100,0%);" in lines
    assert "Không có biện pháp quá hạn chưa hoàn thành." in lines


def test_an_open_action_past_its_deadline_is_listed_as_overdue(plan):
    paper = progress_report(plan, LATE)
    (row,) = table_under(paper, "Số ngày quá hạn")

    assert "- Chưa hoàn thành, quá hạn: 1 biện pháp (100,0%)." in lines_of(paper)
    assert row[3:] == ["Sở Tài nguyên và Môi trường", "31/8/2022", "10"]


def test_a_report_that_was_sent_back_does_not_end_the_delay(plan, action, official, home_affairs):
    action.refresh_from_db()
    by, early = factories.actor(official), date(2022, 9, 3)
    action.add_document(by=by, today=early, number="12/BC", issued_on=early, issuer="STNMT", title="Báo cáo")
    action.report(by=by, today=early, note="", delay_cause="Thiếu máy quét")
    action.send_back(by=factories.actor(home_affairs), today=date(2022, 9, 5), reason="Thiếu số liệu")

    (row,) = table_under(progress_report(plan, LATE), "Số ngày quá hạn")
    (listed,) = sheets_of(plan, states_on(plan, LATE), LATE)[1].rows

    assert row[5] == "10"
    assert listed[6:9] == ["Chưa hoàn thành, quá hạn", None, 10]


def test_an_action_completed_late_is_listed_with_its_cause(plan, action, official, home_affairs):
    action.refresh_from_db()
    by = factories.actor(official)
    action.add_document(by=by, today=LATE, number="12/BC", issued_on=LATE, issuer="STNMT", title="Báo cáo")
    action.report(by=by, today=LATE, note="", delay_cause="Thiếu máy quét & kinh phí")
    action.verify(by=factories.actor(home_affairs), today=LATE)

    (row,) = table_under(progress_report(plan, LATE), "Nguyên nhân quá hạn")

    assert row[5:] == ["10/9/2022\n(quá hạn 10 ngày)", "Thiếu máy quét & kinh phí"]


def test_an_extension_is_listed_with_its_outcome(plan, action, official, home_affairs):
    action.refresh_from_db()
    asked = action.ask_extension(
        by=factories.actor(official),
        today=factories.SUMMER,
        requested_due_on=date(2022, 9, 30),
        reason="Chờ kinh phí",
    )
    asked.approve(by=factories.actor(home_affairs), today=factories.SUMMER, granted_due_on=date(2022, 9, 15))

    (row,) = table_under(progress_report(plan, LATE), "Lý do đề nghị")

    assert row[3:] == ["31/8/2022", "30/9/2022", "Chấp thuận, đến 15/9/2022", "Chờ kinh phí"]


def test_a_dropped_action_does_not_count(plan, action, home_affairs):
    action.refresh_from_db()
    action.drop(by=factories.actor(home_affairs), today=factories.SUMMER, reason="Đã có dự án khác")
    lines = lines_of(progress_report(plan, factories.SUMMER))

    assert "Kế hoạch có 1 nhiệm vụ, gồm 0 biện pháp của các cơ quan, đơn vị, trong đó:" in lines
    assert "Ghi chú: 1 biện pháp không tiếp tục thực hiện (không tính trong tổng số)." in lines


def test_the_figures_by_index_and_by_group_add_up(plan):
    paper = progress_report(plan, LATE)

    assert table_under(paper, "Chỉ số")[-1][1:] == ["Tổng số", "1", "0", "0", "0", "1"]
    assert table_under(paper, "Nhóm cơ quan, đơn vị") == [
        ["1", "Sở, ban, ngành", "1", "0", "0", "0", "1"],
        ["", "Tổng số", "1", "0", "0", "0", "1"],
    ]


def test_the_report_leaves_number_date_and_opinion_to_the_office(plan):
    lines = lines_of(progress_report(plan, LATE))

    assert "Số:      /BC-SNV" in lines
    assert "Hậu Giang, ngày      tháng      năm 2022" in lines
    assert "Kính gửi: Ủy ban nhân dân tỉnh Hậu Giang." in lines
    assert "2. Đề xuất, kiến nghị" in lines


def test_a_plan_without_actions_still_has_a_report(review, home_affairs):
    empty = Plan.compile(review, by=factories.actor(home_affairs), today=factories.ISSUED)

    assert "Kế hoạch có 0 nhiệm vụ, gồm 0 biện pháp" in " ".join(lines_of(progress_report(empty, LATE)))


def test_the_same_day_gives_the_same_bytes(plan):
    assert progress_report(plan, LATE) == progress_report(plan, LATE)
