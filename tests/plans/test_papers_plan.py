"""What the July plan says: quoted results, blank or typed number and date, and every line of the annex."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from plans.models import Plan, PlanItem
from plans.papers import plan_document
from tests import factories
from tests.plans.word_reader import annex_of, lines_of, opened, row_of
from tracker.models import IndexResult


@pytest.fixture
def plan(action, review, home_affairs):
    return Plan.compile(review, by=factories.actor(home_affairs), today=factories.ISSUED)


def issue(plan, home_affairs, **signed):
    by = factories.actor(home_affairs)
    plan.send(by=by, today=factories.ISSUED, reason=factories.ALL_THE_SAME)
    plan.issue(
        by=by,
        today=factories.ISSUED,
        **({"signer_name": "Nguyễn Văn A", "reason": factories.ALL_THE_SAME} | signed),
    )


def publish(review, code, **figures):
    return IndexResult.objects.create(review=review, index=factories.index(code), **figures)


def test_a_draft_leaves_number_date_and_signer_to_the_clerk(plan):
    lines = lines_of(plan_document(plan, factories.ISSUED))

    assert "Số:      /KH-UBND" in lines
    assert "Hậu Giang, ngày      tháng      năm 2022" in lines
    assert lines[lines.index("TM. ỦY BAN NHÂN DÂN") + 1] == "CHỦ TỊCH"


def test_an_issued_plan_carries_number_and_date_with_leading_zeros(plan, home_affairs):
    issue(plan, home_affairs, number="7", issued_on=date(2022, 7, 5))
    lines = lines_of(plan_document(plan, factories.ISSUED))

    assert "Số: 07/KH-UBND" in lines
    assert "Hậu Giang, ngày 05 tháng 7 năm 2022" in lines
    assert (
        "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 7 năm 2022 của Ủy ban nhân dân tỉnh Hậu Giang)"
        in lines
    )
    assert "Nguyễn Văn A" in lines


def test_a_deputy_signs_for_the_chairman(plan, home_affairs):
    issue(plan, home_affairs, number="118/KH-UBND", issued_on=factories.ISSUED, signer_title="Phó Chủ tịch")
    lines = lines_of(plan_document(plan, factories.ISSUED))
    behalf = lines.index("TM. ỦY BAN NHÂN DÂN")

    assert lines[behalf + 1 : behalf + 3] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


def test_results_are_quoted_with_their_own_scale_and_change(plan, review):
    publish(review, "SIPAS", value=Decimal("8.46"), unit_label="điểm", scale=10, rank=50, rank_of=63, is_tied=True,
            change_value=Decimal("0.35"))  # fmt: skip

    assert (
        "- Chỉ số SIPAS đạt 8,46 điểm trên thang điểm 10 (tăng 0,35 điểm), đồng hạng 50/63 tỉnh, thành phố."
        in lines_of(plan_document(plan, factories.ISSUED))
    )


def test_a_score_that_was_not_published_is_not_invented(plan, review):
    publish(
        review,
        "PCI",
        unit_label="điểm",
        scale=100,
        rank=38,
        rank_of=63,
        change_rank=1,
        region_rank=9,
        region_of=13,
    )

    assert (
        "- Chỉ số PCI xếp hạng 38/63 tỉnh, thành phố (tăng 1 bậc), "
        "xếp hạng 9/13 tỉnh, thành phố vùng Đồng bằng sông Cửu Long."
        in lines_of(plan_document(plan, factories.ISSUED))
    )


def test_a_line_of_the_annex_names_who_does_what_until_when(plan):
    cells = row_of(plan_document(plan, factories.ISSUED), 1)

    assert cells[2] == "12/40 hồ sơ đất đai trả kết quả trễ hạn."
    assert cells[6:9] == ["Sở Tài nguyên và Môi trường", "", "Chậm nhất ngày 31/8/2022"]
    assert cells[9] == "Báo cáo kết quả số hóa"


@pytest.mark.parametrize(
    ("points", "printed"), [(None, "–"), (Decimal("0.50"), "0,5"), (Decimal("2.00"), "2")]
)
def test_points_lost_are_printed_as_known(points, printed, plan):
    plan.items.update(points_lost=points)

    assert row_of(plan_document(plan, factories.ISSUED), 1)[3] == printed


def test_a_whole_group_that_coordinates_is_named_as_a_group(plan, environment, health, home_affairs_unit):
    plan.items.get().coordinating_units.set([environment, health, home_affairs_unit])

    assert row_of(plan_document(plan, factories.ISSUED), 1)[7] == "Sở, ban, ngành"


@pytest.mark.parametrize(
    "words", ["A & B <b>đậm</b> “ngoặc” \"thẳng\" 'đơn'", "{{ plan }} {% if %} {#", "5 < 6 > 4 &amp; &lt;"]
)
def test_signs_that_mean_something_to_a_template_are_only_words(words, plan):
    plan.items.update(measure=words, weakness_statement=words)

    assert row_of(plan_document(plan, factories.ISSUED), 1)[2] == words


def test_control_characters_do_not_spoil_the_file(plan):
    plan.items.update(weakness_statement="Hồ sơ\x0b trễ\x1f hạn")

    assert row_of(plan_document(plan, factories.ISSUED), 1)[2] == "Hồ sơ trễ hạn"


def test_each_cause_stands_on_its_own_line(plan):
    plan.items.update(causes="Chưa phân công rõ.\nThiếu kinh phí.")

    assert row_of(plan_document(plan, factories.ISSUED), 1)[4] == "Chưa phân công rõ.\nThiếu kinh phí."


def lengthen(plan, lines: int) -> None:
    """Repeat the plan's only line until there are so many."""
    item = plan.items.get()
    fields = {
        name: getattr(item, name)
        for name in ("index_id", "weakness_statement", "measure", "lead_unit_id", "due_on")
    }
    PlanItem.objects.bulk_create(
        PlanItem(plan=plan, position=place, **fields) for place in range(2, lines + 1)
    )


def queries_of(plan) -> int:
    with CaptureQueriesContext(connection) as queries:
        plan_document(Plan.objects.select_related("review").get(pk=plan.pk), factories.ISSUED)
    return len(queries)


def test_a_plan_of_one_line_and_of_thirty_costs_the_same_number_of_queries(plan):
    queries_of(plan)  # the province's name is known from now on
    one = queries_of(plan)
    lengthen(plan, 30)

    assert queries_of(plan) == one


def test_three_hundred_lines_make_a_whole_annex(plan):
    lengthen(plan, 300)

    rows = annex_of(plan_document(plan, factories.ISSUED)).rows

    assert [row.cells[0].text for row in rows] == ["TT", "I", *(str(number) for number in range(1, 301))]


def test_the_same_plan_gives_the_same_bytes(plan):
    assert plan_document(plan, factories.ISSUED) == plan_document(Plan.objects.get(), factories.ISSUED)


def test_the_paper_speaks_vietnamese_to_a_reader_of_english(plan):
    with translation.override("en"):
        english = plan_document(plan, factories.ISSUED)

    assert english == plan_document(plan, factories.ISSUED)


def test_sample_data_are_marked_on_every_part_of_the_paper(plan, review):
    review.is_sample = plan.review.is_sample = True
    paper = plan_document(plan, factories.ISSUED)

    assert len([line for line in lines_of(paper) if line.startswith("(Dữ liệu minh họa")]) == 3
    assert all("Dữ liệu minh họa" in section.footer.paragraphs[0].text for section in opened(paper).sections)


def test_real_data_carry_no_sample_mark(plan):
    paper = plan_document(plan, factories.ISSUED)

    assert not [line for line in lines_of(paper) if "minh họa" in line]
    assert not any(section.footer.paragraphs[0].text for section in opened(paper).sections)


def test_no_tag_of_the_template_is_left_on_the_paper(plan):
    assert not [line for line in lines_of(plan_document(plan, factories.ISSUED)) if "{" in line]
