"""Workbooks as people bring them, made for the tests."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from plans.imports.columns import COLUMNS

HEADINGS = [column.heading for column in COLUMNS]
KEYS = [column.key for column in COLUMNS]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def row(**cells) -> list:
    """The cells in the template's order; what is not named stays empty."""
    return [cells.get(key) for key in KEYS]


def measure(number: int, **cells) -> list:
    """A sound row with a measure for the weakness HC-2021-001."""
    sound = {"weakness": "HC-2021-001", "measure": f"Số hóa hồ sơ đất đai, đợt {number}", "owner": "Trần Quốc Khởi",
             "due_on": "31/12/2022", "output": "Báo cáo kết quả", "evidence": "Báo cáo; Ảnh chụp"}  # fmt: skip
    return row(**sound | cells)


def book(*rows, headings=HEADINGS, above=(), title="Nhập") -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.active.title = title
    for each in (*above, headings, *rows):
        made.active.append(list(each))
    return made


def upload(made: openpyxl.Workbook | bytes, name: str = "ke-hoach.xlsx") -> SimpleUploadedFile:
    content = made if isinstance(made, bytes) else saved(made)
    return SimpleUploadedFile(name, content, content_type=XLSX)


def saved(made: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same archive with one part put in or exchanged."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename != name:
                target.writestr(entry, source.read(entry))
        target.writestr(name, part)
    return out.getvalue()
