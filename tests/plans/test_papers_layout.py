"""The plan is laid out as Decree 30/2020/NĐ-CP, Annex I, asks."""

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from plans.models import Plan
from plans.papers import plan_document, progress_report
from tests import factories
from tests.plans.word_reader import annex_of, opened


@pytest.fixture
def plan(action, review, home_affairs):
    return Plan.compile(review, by=factories.actor(home_affairs), today=factories.ISSUED)


@pytest.fixture
def paper(plan):
    return plan_document(plan, factories.ISSUED)


def millimetres(section) -> tuple:
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    return tuple(round(margin.mm) for margin in margins)


def test_every_page_is_a4_with_the_margins_of_the_decree(paper):
    sections = opened(paper).sections

    assert {millimetres(section) for section in sections} == {(20, 20, 30, 15)}
    assert all(sorted((round(s.page_width.mm), round(s.page_height.mm))) == [210, 297] for s in sections)


def test_only_the_first_annex_lies_across(paper):
    across = [section.orientation == WD_ORIENT.LANDSCAPE for section in opened(paper).sections]

    assert across == [False, True, False]


def test_each_annex_counts_its_own_pages(paper):
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in opened(paper).sections]

    assert [start is not None and start.get(qn("w:start")) for start in starts] == [False, "1", "1"]


def test_the_page_number_stands_centred_at_the_top_but_not_on_the_first_page(paper):
    for section in opened(paper).sections:
        number = section.header.paragraphs[0]

        assert "PAGE" in number._p.xml
        assert number.style.paragraph_format.alignment == 1
        assert section.different_first_page_header_footer
        assert "PAGE" not in section.first_page_header._element.xml


def test_every_style_is_times_new_roman_in_black(paper):
    styles = [style for style in opened(paper).styles if style.type == 1]

    assert {style.font.name for style in styles} <= {"Times New Roman", None}
    assert {str(style.font.color.rgb) for style in styles if style.font.color and style.font.color.rgb} == {
        "000000"
    }


def test_the_grounds_are_italic_and_end_with_a_semicolon_but_the_last(paper):
    document = opened(paper)
    grounds = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Căn cứ"]

    assert document.styles["Căn cứ"].font.italic
    assert [ground.text[-1] for ground in grounds] == [";"] * (len(grounds) - 1) + ["."]


def test_the_annex_repeats_its_header_and_splits_no_row(paper):
    rows = annex_of(paper).rows

    assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_annex_has_fixed_columns_that_fill_the_page(paper):
    table = annex_of(paper)
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]

    assert table.autofit is False
    assert sum(widths) * 635 == pytest.approx(Mm(252), rel=0.001)


def test_the_report_of_a_department_has_one_section_upright(plan):
    (section,) = opened(progress_report(plan, factories.ISSUED)).sections

    assert section.orientation == WD_ORIENT.PORTRAIT
    assert millimetres(section) == (20, 20, 30, 15)
