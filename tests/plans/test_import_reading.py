"""What people bring as Excel: read when it can be, else refused quickly with words that say how to mend it."""

import struct
import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl.styles import PatternFill

from plans.imports.sheet import read
from tests.plans.excel import HEADINGS, book, measure, row, saved, upload, with_part
from tracker.errors import Invalid

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet>&c;</worksheet>"""
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>'
)
SHEET = "xl/worksheets/sheet1.xml"
SOUND = saved(book(measure(1)))


def bomb() -> bytes:
    """A quarter of a megabyte that becomes a quarter of a gigabyte of rows."""
    rows = b"<row><c><v>1</v></c></row>" * 10_000_000
    whole = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + rows
    return with_part(SOUND, SHEET, whole + b"</sheetData></worksheet>")


def locked() -> bytes:
    """An old compound file, as Excel keeps workbooks under a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<16x6H", 62, 3, 0xFFFE, 9, 6, 0) + b"\0" * 2048


def with_macros() -> bytes:
    return with_part(SOUND, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")


def word_file() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<document/>")
    return out.getvalue()


BAD = {
    "macros": (with_macros, "a.xlsx"), "macro ending": (lambda: SOUND, "a.xlsm"),
    "program": (lambda: b"MZ" + b"\0" * 400, "a.xlsx"), "old excel": (locked, "a.xls"), "locked": (locked, "a.xlsx"),
    "csv": (lambda: b"a,b\n1,2\n", "a.csv"), "csv in disguise": (lambda: b"a,b\n1,2\n", "a.xlsx"),
    "word": (word_file, "a.xlsx"), "pdf": (lambda: b"%PDF-1.4 %%EOF", "a.pdf"), "nothing": (lambda: b"", "a.xlsx"),
    "cut off": (lambda: SOUND[: len(SOUND) // 2], "a.xlsx"), "bomb": (bomb, "a.xlsx"),
    "billion laughs": (lambda: with_part(SOUND, SHEET, LAUGHS), "a.xlsx"),
    "laughing strings": (lambda: with_part(SOUND, "xl/sharedStrings.xml", LAUGHS), "a.xlsx"),
    "outside entity": (lambda: with_part(SOUND, SHEET, OUTSIDE), "a.xlsx"),
    "broken xml": (lambda: with_part(SOUND, SHEET, b"<worksheet><row>"), "a.xlsx"),
    "not a workbook": (lambda: with_part(SOUND, "xl/workbook.xml", b"<workbook/>"), "a.xlsx"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_cannot_be_read_is_refused_quickly_and_says_how_to_mend_it(kind):
    make, name = BAD[kind]
    file = SimpleUploadedFile(name, make())
    begun = time.process_time()

    with pytest.raises(Invalid) as refusal:
        read(file)
    assert time.process_time() - begun < 5
    assert len(refusal.value.errors["file"]) > 30


def test_a_file_of_more_than_twenty_megabytes_is_refused():
    with pytest.raises(Invalid, match="20 MB"):
        read(SimpleUploadedFile("a.xlsx", SOUND + b"\0" * 20 * 1024 * 1024))


def test_headings_may_stand_lower_in_another_order_and_spelling():
    headings = [
        "",
        "HẠN  HOÀN THÀNH (ngày/tháng/năm)",
        "bien phap khac phuc *",
        "Phụ trách",
        "Hạn chế",
        "Ghi chú",
    ]
    made = book(
        ["x", "30/9/2022", "Làm", "Khởi", "HC-2021-001", "bỏ"],
        headings=headings,
        above=(["UBND"], [], ["KH"]),
    )
    sheet = read(upload(made))

    assert sheet.heading_row == 4 and sheet.left_out == ["Ghi chú"]
    cells = {"due_on": "30/9/2022", "measure": "Làm", "owner": "Khởi", "weakness": "HC-2021-001"}
    assert sheet.rows == [{"n": 5, "odd": {}, "cells": cells}]


def test_headings_in_an_old_encoding_are_understood():
    headings = ["H¹n chÕ", "BiÖn ph¸p kh¾c phôc", "Ngöôøi thöïc hieän", "Hạn hoàn thành"]

    assert list(read(upload(book(["a", "b", "c", "d"], headings=headings))).columns) == [
        "weakness", "measure", "owner", "due_on",
    ]  # fmt: skip


def test_a_missing_column_is_named():
    with pytest.raises(Invalid, match="“Thời hạn”"):
        read(upload(book(measure(1)[:10], headings=HEADINGS[:10])))


def test_twenty_thousand_formatted_empty_rows_are_passed_over():
    made = book(measure(1))
    for number in range(3, 20_003):
        made.active.cell(number, 1).fill = PatternFill("solid", fgColor="FFFF00")
    made.active.cell(20_003, 8).value = "Sau cùng"
    begun = time.process_time()

    assert [each["n"] for each in read(upload(made)).rows] == [2, 20_003]
    assert time.process_time() - begun < 5


def test_a_single_cell_at_the_very_end_of_the_sheet_does_not_hold_up():
    made = book(measure(1))
    made.active.cell(1_048_576, 16_384).value = "x"
    begun = time.process_time()

    assert len(read(upload(made)).rows) == 1
    assert time.process_time() - begun < 5


def test_more_than_two_thousand_filled_rows_are_refused():
    with pytest.raises(Invalid, match=r"2[.,]000"):
        read(upload(book(*(measure(number) for number in range(2001)))))


def test_a_merged_weakness_holds_for_all_its_rows():
    made = book(measure(1), measure(2, weakness=None), measure(3, weakness=None), measure(4, weakness=None))
    made.active.merge_cells("A2:A4")

    assert [each["cells"].get("weakness") for each in read(upload(made)).rows] == ["HC-2021-001"] * 3 + [None]


def test_hidden_rows_are_read_and_named():
    made = book(measure(1), measure(2))
    made.active.row_dimensions[3].hidden = True

    assert (len(read(upload(made)).rows), read(upload(made)).hidden) == (2, [3])


def test_a_formula_without_a_result_and_an_error_are_told_apart_from_empty_cells():
    made = book(measure(1, output="=A1", due_on="#REF!"))

    assert read(upload(made)).rows[0]["odd"] == {"output": "formula", "due_on": "error"}


def test_the_sheet_of_the_template_is_read_and_its_example_is_not():
    made = book(measure(1), measure(2))
    made.create_sheet("Ví dụ", 0).append(HEADINGS)
    made["Ví dụ"].append(measure(7))

    assert (read(upload(made)).title, len(read(upload(made)).rows)) == ("Nhập", 2)


def test_lines_in_a_cell_divide_what_may_be_several():
    cells = read(upload(book(row(measure="Một\nhai", evidence="Báo cáo\nẢnh", due_on=44_926)))).rows[0][
        "cells"
    ]

    assert cells == {"measure": "Một hai", "evidence": "Báo cáo; Ảnh", "due_on": "44926"}


def test_a_workbook_of_charts_only_is_refused():
    made = openpyxl.Workbook()
    made.active.title = "Hướng dẫn"

    with pytest.raises(Invalid):
        read(upload(made))
