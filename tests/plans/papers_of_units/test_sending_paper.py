"""The letter to the People's Committee: how the draft came about, what it holds, and what is still open."""

import pytest

from plans.checking import words as check_words
from plans.models import Plan
from plans.papers import sending_content
from tests import factories
from tests.factories import ACCEPTED, ISSUED, actor
from tests.plans.papers_of_units.writing import after, cells_under, lines, written
from tracker.models import Action

DOUBTS = "1. Nội dung chưa hoàn thiện của dự thảo Kế hoạch"
BEHIND = "2. Cơ quan, đơn vị có báo cáo kiểm điểm chưa được tiếp nhận"


@pytest.fixture
def plan(weakness, proposed, submission, official, head, home_affairs, review) -> Plan:
    """Of three actions of one accepted submission; the other two units have not handed in."""
    for _ in range(2):
        factories.action(weakness, official)
    factories.submitted(submission, official, head).accept(by=actor(home_affairs), today=ACCEPTED)
    return Plan.compile(review, by=actor(home_affairs), today=ISSUED)


def test_it_is_a_letter_of_home_affairs_with_blank_number_and_date(plan):
    letter = lines("sending", plan, ISSUED)

    assert "Số:      /TTr-SNV" in letter
    assert "Hậu Giang, ngày      tháng      năm 2022" in letter
    assert "Kính gửi: Ủy ban nhân dân tỉnh Hậu Giang." in letter
    assert letter[-1] == "GIÁM ĐỐC"


def test_its_grounds_are_those_of_the_plan_without_its_own_proposal(plan, home_affairs):
    assert not any(line.startswith("Theo đề nghị của Giám đốc") for line in lines("sending", plan, ISSUED))

    plan.write_texts(
        by=actor(home_affairs), today=ISSUED, grounds="Căn cứ Luật mới;\nTheo đề nghị của ai đó."
    )
    assert "Căn cứ Luật mới." in lines("sending", plan, ISSUED)


def test_it_counts_who_handed_in(plan):
    letter = lines("sending", plan, ISSUED)

    assert "- Đã nộp: 1/3 cơ quan, đơn vị (33,3%), trong đó nộp đúng hạn 1, nộp trễ 0;" in letter


def test_it_tells_how_measures_became_lines(plan, home_affairs):
    first, second, _ = plan.items.order_by("position")
    plan.merge([first, second], by=actor(home_affairs), today=ISSUED)

    told = " ".join(lines("sending", plan, ISSUED))
    assert "tiếp nhận 3 biện pháp" in told
    assert "tổng hợp thành 2 nhiệm vụ" in told
    assert "1 nhiệm vụ được gộp từ 2 biện pháp" in told


def test_what_was_left_out_is_told_with_the_reason(plan, weakness, official, home_affairs):
    more = factories.tracked_action(weakness, official, home_affairs)
    plan.leave_out(more, by=actor(home_affairs), today=ISSUED, reason="Đã giao tại kế hoạch khác")

    expected = f"- {more.statement} (Sở Tài nguyên và Môi trường; lý do: Đã giao tại kế hoạch khác)."
    assert expected in lines("sending", plan, ISSUED)


def test_the_lines_are_counted_by_index_by_lead_unit_and_by_quarter(plan):
    letter = lines("sending", plan, ISSUED)

    assert cells_under(written("sending", plan, ISSUED), "Số nhiệm vụ")[-1][1:] == [
        "Tổng số", "3", "1", "31/8/2022", "31/8/2022"
    ]  # fmt: skip
    assert "- Sở, ban, ngành: 1 cơ quan chủ trì 3 nhiệm vụ." in letter
    assert "- Quý III năm 2022: 3 nhiệm vụ." in letter


def test_what_is_not_met_stands_in_the_draft_with_room_for_the_reason(plan):
    open_points = after(lines("sending", plan, ISSUED), DOUBTS, BEHIND)

    assert any("báo cáo kiểm điểm chưa được tiếp nhận: 2" in line for line in open_points)
    assert "Lý do trình dự thảo Kế hoạch khi còn các nội dung trên:" in [line.strip() for line in open_points]


def test_once_it_is_sent_the_written_reason_is_printed(plan, home_affairs):
    plan.send(by=actor(home_affairs), today=ISSUED, reason="Hai đơn vị đang hoàn thiện.")

    expected = "Lý do trình dự thảo Kế hoạch khi còn các nội dung trên: Hai đơn vị đang hoàn thiện."
    assert expected in lines("sending", plan, ISSUED)


def test_units_that_are_not_accepted_are_named(plan):
    behind = after(lines("sending", plan, ISSUED), BEHIND, "V. ĐỀ NGHỊ")

    assert behind[0].startswith(
        "- Chưa nộp (2 cơ quan, đơn vị): Sở Nội vụ (hạn nộp 22/6/2022, quá hạn 23 ngày);"
    )


def test_a_plan_without_lines_is_written_all_the_same(review, home_affairs):
    empty = Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    assert "Dự thảo Kế hoạch chưa có nhiệm vụ." in lines("sending", empty, ISSUED)


def test_every_check_of_a_plan_has_its_words_for_the_letter():
    assert sending_content.CHECKS.keys() == check_words.MET.keys()


def test_people_are_not_named(plan, official):
    assert Action.objects.filter(owner=official).exists()
    assert official.full_name not in " ".join(lines("sending", plan, ISSUED))
