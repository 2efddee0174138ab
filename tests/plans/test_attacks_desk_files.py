"""Damaged and forged workbooks of a unit: each is told so in words, nothing of it is kept or read unchecked."""

import zipfile
from io import BytesIO

import pytest

from plans.models import ImportJob
from tests.plans.chain_writing import submission
from tests.plans.excel import book, measure, saved, upload, with_part
from tests.plans.present import moved_to_the_present
from tests.reading import Reader

HERE = "/ban-nop/2021/STNMT/"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def present(weakness):
    return moved_to_the_present(submission())


@pytest.fixture
def reader(present, official):
    return Reader(official)


def bring(reader, content, name="ke-hoach.xlsx"):
    return reader.post(HERE + "nhap/", {"file": upload(content, name), "idempotency": "k" * 20})


def check_page(reader):
    return reader.get(f"{HERE}nhap/{ImportJob.objects.get().pk}/")


@pytest.mark.parametrize(
    "day", ["²", "①", "9" * 5000, "٣٠/٠٦/٢٠٢٧", "0/0/0000", "31/02/9999", "tháng 13/2027", "quý ² 2027"]
)
def test_a_date_that_is_none_is_a_fault_of_its_cell(day, reader):
    assert bring(reader, book(measure(1, due_on=day))).status_code == 303
    assert check_page(reader).status_code == 200


REMARKS = b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList>' \
          b'<comment ref="A1" authorId="7"><text><t>x</t></text></comment></commentList></comments>'  # fmt: skip
LINK = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" ' \
       b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" ' \
       b'Target="../comments9.xml"/></Relationships>'  # fmt: skip


def test_a_file_whose_remarks_nobody_can_read_is_checked_and_not_given_back_broken(reader):
    content = with_part(saved(book(measure(1, due_on="không rõ"))), "xl/comments9.xml", REMARKS)
    assert bring(reader, with_part(content, "xl/worksheets/_rels/sheet1.xml.rels", LINK)).status_code == 303

    assert reader.get(f"{HERE}nhap/{ImportJob.objects.get().pk}/loi.xlsx").status_code == 409


def broken(content: bytes, part: str) -> bytes:
    """The archive with the packed bytes of one part overwritten."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo(part)
    start = entry.header_offset + 30 + len(part)
    return content[:start] + b"\xff" * entry.compress_size + content[start + entry.compress_size :]


@pytest.mark.parametrize("part", [SHEET, "[Content_Types].xml", "xl/workbook.xml"])
def test_a_file_whose_packing_is_damaged_is_told_so(part, reader):
    answer = bring(reader, broken(saved(book(measure(1))), part))

    assert answer.status_code == 422 and not ImportJob.objects.exists()


def test_a_damaged_packing_is_no_evidence_and_no_attachment_either(reader):
    content = broken(saved(book(measure(1))), "[Content_Types].xml")
    answer = reader.fill_in(HERE + "tep/", file=upload(content))

    assert answer.status_code == 422


def moved(content: bytes, ending: str) -> bytes:
    """The workbook with its sheet under another name."""
    out, name = BytesIO(), f"sheet1{ending}"
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            part = source.read(entry).replace(b"worksheets/sheet1.xml", b"worksheets/" + name.encode())
            target.writestr(entry.filename.replace("sheet1.xml", name), part)
    return out.getvalue()


@pytest.mark.parametrize("ending", [".dat", ".png", ".bin"])
def test_a_sheet_under_a_name_that_hides_it_is_not_read_unchecked(ending, reader):
    assert bring(reader, moved(saved(book(measure(1))), ending)).status_code == 422


def test_parts_that_do_not_look_like_xml_count_in_the_size_too(reader):
    content = with_part(saved(book(measure(1))), "xl/media/large.dat", bytes(range(256)) * 200_000)

    assert bring(reader, content).status_code == 422


def test_a_million_merged_ranges_are_not_looked_through(reader):
    content = saved(book(measure(1)))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        merged = b"<mergeCells>" + b'<mergeCell ref="A2:A2001"/>' * 1_000_000 + b"</mergeCells></worksheet>"
        sheet = archive.read(SHEET).replace(b"</worksheet>", merged)

    assert bring(reader, with_part(content, SHEET, sheet)).status_code == 422


def test_how_often_the_progress_was_asked_for_is_no_place_for_odd_figures(reader, official):
    bring(reader, book(measure(1)))
    ImportJob.objects.update(state="checking")
    for asked in ("²", "-1", "9" * 5000, "x", "\0"):
        assert (
            reader.get(f"{HERE}nhap/{ImportJob.objects.get().pk}/tien-do/", {"asked": asked}).status_code
            == 200
        )
