"""The papers keep to the decree, also with words that look like markup, very long names and many rows."""

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from plans.models import Plan
from plans.papers import letterhead
from tests import factories
from tests.factories import ACCEPTED, DEADLINE, IN_JUNE, ISSUED, actor
from tests.plans.papers.pdf_reader import fonts_of, pages_of
from tests.plans.papers_of_units.writing import lines, written
from tests.plans.test_papers_layout import millimetres
from tests.plans.word_reader import opened

HOSTILE = '<w:p> & {{ 7*7 }} {% if %} {# #set #[x] *y* _z_ $a$ \x0b "hết"'
PRINTED = "<w:p> & {{ 7*7 }} {% if %} {# #set #[x] *y* _z_ $a$"
LONG = "Ban Quản lý dự án đầu tư xây dựng công trình giao thông, nông nghiệp và phát triển nông thôn tỉnh"


@pytest.fixture
def papers(weakness, proposed, submission, official, head, home_affairs, review) -> dict:
    """Each kind with what it is about."""
    factories.submitted(submission, official, head).accept(by=actor(home_affairs), today=ACCEPTED)
    plan = Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    return {"submission": submission, "synthesis": review, "sending": plan}


KINDS = ("submission", "synthesis", "sending")


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_a4_with_the_margins_of_the_decree(papers, kind):
    document = opened(written(kind, papers[kind], ISSUED))

    assert {millimetres(section) for section in document.sections} == {(20, 20, 30, 15)}
    across = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    assert across == ([False, True] if kind == "synthesis" else [False])


@pytest.mark.parametrize("kind", KINDS)
def test_page_numbers_are_centred_above_and_hidden_on_the_first_page(papers, kind):
    for section in opened(written(kind, papers[kind], ISSUED)).sections:
        assert "PAGE" in section.header.paragraphs[0]._p.xml
        assert section.different_first_page_header_footer
        assert "PAGE" not in section.first_page_header._element.xml


@pytest.mark.parametrize("kind", KINDS)
def test_the_body_ends_and_the_recipients_end_as_the_decree_says(papers, kind):
    told = lines(kind, papers[kind], ISSUED)

    assert sum(line.endswith("./.") for line in told) == 1
    assert told[told.index("Nơi nhận:") + 1] == "- Như trên;"
    assert any(line.startswith("- Lưu: VT") and line.endswith(".") for line in told)


@pytest.mark.parametrize("kind", KINDS)
def test_heads_of_tables_are_repeated_and_rows_are_not_split(papers, kind):
    tables = [
        table
        for table in opened(written(kind, papers[kind], ISSUED)).tables
        if table.style.name == "Table Grid"
    ]

    assert tables
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_words_give_the_same_bytes(papers, kind):
    assert written(kind, papers[kind], ISSUED) == written(kind, papers[kind], ISSUED)


@pytest.mark.parametrize("kind", KINDS)
def test_the_pdf_is_set_in_the_products_own_font_on_a4(papers, kind):
    paper = written(kind, papers[kind], ISSUED, "pdf")

    assert fonts_of(paper) == {"LiberationSerif"}
    assert ("across" in pages_of(paper)) == (kind == "synthesis")


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_words_that_look_like_markup_are_printed_as_they_are(
    review, environment, official, submission, format
):
    weakness = factories.weakness(
        review, environment, official, title=HOSTILE, statement=HOSTILE, origin="found"
    )
    factories.action(weakness, official, statement=HOSTILE, expected_output=HOSTILE)
    submission.draft(by=actor(official), today=IN_JUNE, strengths=HOSTILE, head_responsibility=HOSTILE)

    paper = written("submission", submission, IN_JUNE, format)
    assert format == "pdf" or sum(PRINTED in line for line in lines("submission", submission, IN_JUNE)) >= 4
    assert paper


def test_sixty_remedies_go_over_several_pages(review, weakness, official, submission):
    for _ in range(60):
        factories.action(weakness, official)

    assert len(pages_of(written("submission", submission, IN_JUNE, "pdf"))) >= 4
    assert sum("đợt" in line for line in lines("submission", submission, IN_JUNE)) == 60


def test_data_for_show_say_so_on_the_paper(papers, review):
    type(review).objects.filter(pk=review.pk).update(is_sample=True)
    review.refresh_from_db()

    assert any("Dữ liệu minh họa" in line for line in lines("synthesis", review, DEADLINE))


@pytest.mark.parametrize(
    ("name", "over", "issuer", "place", "signature"),
    [
        ("Sở Y tế", "UBND TỈNH HẬU GIANG", ["SỞ Y TẾ"], "Hậu Giang", ["GIÁM ĐỐC"]),
        ("Văn phòng UBND tỉnh", "UBND TỈNH HẬU GIANG", ["VĂN PHÒNG"], "Hậu Giang", ["CHÁNH VĂN PHÒNG"]),
        ("UBND huyện Châu Thành A", "", ["ỦY BAN NHÂN DÂN", "HUYỆN CHÂU THÀNH A"], "Châu Thành A",
         ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("Cục Thuế tỉnh", letterhead.TO_BE_FILLED, ["CỤC THUẾ TỈNH"], "Hậu Giang", ["CỤC TRƯỞNG"]),
        ("Chi cục Hải quan", letterhead.TO_BE_FILLED, ["CHI CỤC HẢI QUAN"], "Hậu Giang", ["CHI CỤC TRƯỞNG"]),
        (LONG, "UBND TỈNH HẬU GIANG",
         ["BAN QUẢN LÝ DỰ ÁN ĐẦU", "TƯ XÂY DỰNG CÔNG", "TRÌNH GIAO THÔNG,", "NÔNG NGHIỆP VÀ PHÁT",
          "TRIỂN NÔNG THÔN TỈNH"], "Hậu Giang", ["GIÁM ĐỐC"]),
        ("Sở Tài nguyên và Môi trường", "UBND TỈNH HẬU GIANG", ["SỞ TÀI NGUYÊN", "VÀ MÔI TRƯỜNG"],
         "Hậu Giang", ["GIÁM ĐỐC"]),
        ("Hội Văn học", letterhead.TO_BE_FILLED, ["HỘI VĂN HỌC"], "Hậu Giang", [letterhead.ANY_HEAD]),
    ],
)  # fmt: skip
def test_each_kind_of_unit_has_its_own_letterhead(db, name, over, issuer, place, signature):
    head = letterhead.of_unit(factories.unit("X", name), "BC-X", 2022)

    assert (head["over"], head["issuer"], head["signature"]) == (over, issuer, signature)
    assert head["date_line"].startswith(f"{place}, ngày")
