"""The list as a file: the same actions in the same order as on the page, and nothing a spreadsheet would run."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tests import factories
from tests.reading import Reader, refs
from tracker.exports.rows import Rows
from tracker.models import Action

XLSX, CSV = "/hanh-dong/xuat.xlsx", "/hanh-dong/xuat.csv"


def content(answer) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def sheet(reader, query: str = ""):
    return load_workbook(BytesIO(content(reader.get(f"{XLSX}?{query}")))).worksheets


def lines(reader, query: str = "", delimiter: str = ";") -> list[list[str]]:
    text = content(reader.get(f"{CSV}?{query}")).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=delimiter))


@pytest.fixture
def several(weakness, review, health, official, foreign_official, home_affairs):
    """Two actions of the environment, the second coordinated by health, and one proposal of health."""
    elsewhere = factories.weakness(
        review, health, home_affairs, index=factories.index("PAPI"), criterion=None
    )
    first = factories.tracked_action(weakness, official, home_affairs, statement="Giải quyết hồ sơ đất đai")
    second = factories.tracked_action(
        weakness, official, home_affairs, due_on=date(2022, 7, 1), statement="Đào tạo"
    )
    second.coordinating_units.add(health)
    second.add_link(by=factories.actor(official), today=factories.SUMMER, url="https://a.vn", title="Bài")
    return [first, second, factories.action(elsewhere, foreign_official, statement="Khám chữa bệnh")]


@pytest.mark.parametrize(
    "query",
    ["", "state=open", "index=PAPI", "q=dat", "q=nguyen", "sort=-due", "sort=owner", "owner=me", "q=khong"],
)
def test_the_files_hold_exactly_the_actions_of_the_page_in_its_order(query, several, home_affairs):
    reader = Reader(home_affairs)
    on_page = refs(reader.get(f"/hanh-dong/?{query}"))
    in_book = [row[0].value for row in sheet(reader, query)[0].iter_rows(min_row=2)]
    in_text = [line[0] for line in lines(reader, query)[1:]]

    assert on_page == in_book == in_text


def test_words_without_accents_find_those_with_accents(several, home_affairs):
    reader = Reader(home_affairs)

    assert several[2].ref in [line[0] for line in lines(reader, "q=nguyen")[1:]]  # Nguyễn Thị Ánh Tuyết
    assert several[0].ref in [line[0] for line in lines(reader, "q=dat")[1:]]  # hồ sơ đất đai


def test_the_text_file_begins_with_the_mark_excel_knows_and_takes_a_comma(several, home_affairs):
    reader = Reader(home_affairs)

    assert content(reader.get(CSV)).startswith(b"\xef\xbb\xbf")
    assert lines(reader, "separator=comma", ",")[1][0] == several[1].ref
    assert reader.get(f"{CSV}?separator=tab").status_code == 422


def test_the_workbook_has_dates_a_standing_head_filters_and_says_what_was_asked(several, home_affairs):
    home_affairs.language = "en"
    home_affairs.save()
    rows, about = sheet(Reader(home_affairs), "state=open&sort=-due")
    facts = {row[0].value: row[1].value for row in about.iter_rows()}

    assert rows["H2"].value.date() == date(2022, 8, 31) and rows["H2"].number_format == "dd/mm/yyyy"
    assert (rows.freeze_panes, rows.auto_filter.ref) == ("B2", "A1:T3")
    assert facts["Filter"] == "Work status: Still open" and facts["Rows"] == 2
    assert facts["Taken out by"] == home_affairs.full_name and facts["Sorted by"] == "Due on ↓"


@pytest.mark.parametrize("words", ["=1+1", "+84 909", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_in_a_file_is_a_formula(words, several, home_affairs):
    Action.objects.filter(pk=several[0].pk).update(statement=words, expected_output=words)
    reader = Reader(home_affairs)
    ref = several[0].ref
    row = next(row for row in sheet(reader)[0].iter_rows(min_row=2) if row[0].value == ref)
    line = next(line for line in lines(reader) if line[0] == ref)

    assert row[3].data_type == "s" and row[3].quotePrefix
    assert line[3] == line[13] == f"'{words}"


def test_signs_no_spreadsheet_can_hold_do_not_break_the_file(several, home_affairs):
    Action.objects.filter(pk=several[0].pk).update(statement="Số\x0b hóa\x01")

    assert "Số hóa" in [row[3].value for row in sheet(Reader(home_affairs))[0].iter_rows()]


def test_a_unit_takes_out_only_what_it_may_see_and_no_count_of_foreign_evidence(
    several, official, foreign_official
):
    theirs, ours = lines(Reader(official))[1:], lines(Reader(foreign_official))[1:]

    assert [(line[0], line[14]) for line in theirs] == [(several[1].ref, "1"), (several[0].ref, "0")]
    assert [(line[0], line[14]) for line in ours] == [(several[1].ref, ""), (several[2].ref, "0")]


def test_a_filter_that_is_not_understood_exports_nothing(several, home_affairs):
    for address in (XLSX, CSV):
        assert Reader(home_affairs).get(f"{address}?unit=NOWHERE").status_code == 422
        assert Reader(home_affairs).get(f"{address}?sort=colour").status_code == 422
        assert Reader(home_affairs).post(address).status_code == 405


def test_who_took_what_is_written_in_the_log_with_the_number_of_the_request(several, official, caplog):
    with caplog.at_level("INFO", logger="tracker.reading"):
        content(Reader(official).get(f"{CSV}?state=open", headers={"X-Request-ID": "request-12345"}))

    assert "request-12345" in caplog.text and official.full_name in caplog.text and "2 rows" in caplog.text


def test_reading_more_rows_asks_the_database_no_more_often(several, weakness, official, home_affairs):
    def queries() -> int:
        rows = Rows(Action.objects.all(), factories.actor(home_affairs), factories.SUMMER)
        with CaptureQueriesContext(connection) as captured:
            assert list(rows)
        return len(captured)

    few = queries()
    for _ in range(20):
        factories.tracked_action(weakness, official, home_affairs)

    assert queries() == few
