"""The paper of an amendment: what it prints as before and after is what the plan said and says."""

from datetime import date

import pytest

from plans.papers import amendment_paper, progress_paper
from plans.papers.files import pdf_file, word_file
from tests.factories import SUMMER
from tests.plans.word_reader import lines_of, opened

SEPTEMBER = date(2022, 9, 30)


@pytest.fixture
def prepared(amendment, lines, late_action, health, by):
    amendment.change(lines[0], **by, reason="Chờ kinh phí", measure="Số hóa <toàn bộ> & trả kết quả", due_on=SEPTEMBER,
                     coordinating_units=[health])  # fmt: skip
    amendment.withdraw(lines[1], **by, reason="Trùng nhiệm vụ")
    amendment.add(late_action, **by, reason="Bổ sung theo đề nghị của Sở")
    return amendment


def printed(amendment) -> bytes:
    return word_file.fill("amendment", amendment_paper.words(amendment, SUMMER), written_on=SUMMER)


def cells(paper: bytes, columns: int) -> list[list[str]]:
    """The rows of the annex's table with so many columns, below its head."""
    tables = [table for table in opened(paper).tables[2:] if len(table.columns) == columns]
    return [[cell.text for cell in row.cells] for row in tables[0].rows[1:]] if tables else []


def test_before_and_after_stand_side_by_side(prepared, lines):
    found = {row[1]: row[2:] for row in cells(printed(prepared), 4)}

    assert found["Nhiệm vụ, giải pháp"] == [lines[0].measure, "Số hóa <toàn bộ> & trả kết quả"]
    assert found["Thời gian hoàn thành"] == ["Chậm nhất ngày 31/8/2022", "Chậm nhất ngày 30/9/2022"]
    assert found["Phối hợp"] == ["–", "Sở Y tế"]
    assert len(found) == 4  # the line itself, and the three cells that differ


def test_what_is_added_and_what_is_withdrawn_stand_with_number_and_reason(prepared, lines):
    paper = printed(prepared)
    [added], [withdrawn] = cells(paper, 10), cells(paper, 5)

    assert (added[0], added[4], added[9]) == ("2a", "Thuê dịch vụ số hóa", "Bổ sung theo đề nghị của Sở")
    assert (withdrawn[0], withdrawn[1], withdrawn[4]) == ("2", lines[1].measure, "Trùng nhiệm vụ")


def test_number_date_and_signer_are_blank_until_they_are_typed_in(prepared, by, paper):
    draft = " ".join(lines_of(printed(prepared)))
    assert "Số:      /KH-UBND" in draft
    assert "205/KH-UBND" not in draft

    prepared.issue(**by, **paper)
    signed = " ".join(lines_of(printed(prepared)))
    assert "Số: 205/KH-UBND" in signed
    assert "ngày 01 tháng 8 năm 2022" in signed
    assert "Nguyễn Văn A" in signed


def test_the_paper_says_the_same_before_and_after_the_issue(prepared, by, paper):
    before = [cells(printed(prepared), columns) for columns in (4, 5, 10)]
    prepared.issue(**by, **paper)

    assert [cells(printed(prepared), columns) for columns in (4, 5, 10)] == before


def test_what_did_not_happen_has_no_table(amendment, lines, by):
    amendment.change(lines[0], **by, note="Ghi rõ")
    paper = printed(amendment)

    assert cells(paper, 5) == cells(paper, 10) == []
    assert not any(line == "RÚT KHỎI KẾ HOẠCH" for line in lines_of(paper))


def test_an_earlier_amendment_is_named_as_ground(prepared, plan, lines, by, paper):
    prepared.issue(**by, **paper)
    following = type(prepared).begin(plan, **by, reason="Tiếp tục điều chỉnh")
    following.change(lines[2], **by, note="Ghi rõ")

    grounds = " ".join(lines_of(printed(following)))
    assert "đã được điều chỉnh, bổ sung tại Kế hoạch số 205/KH-UBND ngày 01 tháng 8 năm 2022" in grounds


def test_the_workbook_has_one_row_for_each_changed_cell(prepared):
    changed, added, withdrawn = (list(sheet.rows) for sheet in amendment_paper.sheets(prepared, SUMMER))

    assert {row[2] for row in changed} == {"Nhiệm vụ, giải pháp", "Thời gian hoàn thành", "Phối hợp"}
    assert (added[0][0], withdrawn[0][0]) == ("2a", "2")


def test_it_is_set_as_pdf_too(prepared):
    assert pdf_file.render("amendment", amendment_paper.words(prepared, SUMMER), SUMMER).startswith(b"%PDF")


def test_a_report_on_the_plan_names_the_amendments_issued_by_its_day(prepared, plan, by, paper):
    assert "điều chỉnh" not in progress_paper.words(plan, SEPTEMBER)["plan_reference"]

    prepared.issue(**by, **paper)
    named = "(được điều chỉnh, bổ sung tại Kế hoạch số 205/KH-UBND ngày 01 tháng 8 năm 2022)"
    assert progress_paper.words(plan, SEPTEMBER)["plan_reference"].endswith(named)
    assert "điều chỉnh" not in progress_paper.words(plan, date(2022, 7, 31))["plan_reference"]
