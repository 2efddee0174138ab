"""The workbook a unit fills in: its own weaknesses, drop-downs, an example, a guide, and the lists behind them."""

from datetime import date, timedelta

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from tracker.excel.look import (
    CENTRE,
    FONT,
    HEAD,
    HINT,
    MUST,
    THIN,
    WRAPPED,
    for_paper,
    heighten,
    offer,
    put,
    saved,
)

from .columns import COLUMNS, MUST_HAVE
from .guide import EXAMPLE, GUIDE, REMARKS
from .names import Names, names_of

HEADINGS, FIRST, LAST = 3, 4, 503
LISTS = ("index", "cause_kind", "responsible", "level", "owner", "coordinating", "initiative")
SEVERAL_ALLOWED = ("coordinating",)


def template_for(submission, today: date) -> bytes:
    """The file as it is handed out to this unit today."""
    names = names_of(submission, today)
    book = Workbook()
    sheet = book.active
    sheet.title = "Nhập"
    _begin(
        sheet,
        f"BIỂU NHẬP BẢN KHẮC PHỤC HẠN CHẾ NĂM {submission.review.year} – {submission.unit.name_vi.upper()}",
    )
    _own_rows(sheet, submission)
    _example(book.create_sheet("Ví dụ"), names, today)
    _guide(book.create_sheet("Hướng dẫn"))
    _lists(book.create_sheet("Danh mục"), names)
    _drop_downs(sheet)
    return saved(book)


def _begin(sheet, title: str) -> None:
    """Title, remark and headings; the headings stay in sight and repeat on paper."""
    put(sheet["A1"], title)
    sheet["A1"].font = Font(name=FONT, size=14, bold=True, color="8C2F2E")
    put(sheet["A2"], "Mỗi dòng một biện pháp (hoặc một nguyên nhân). Cột có dấu * là bắt buộc với dòng có biện pháp. "
                     "Xem trang “Hướng dẫn” và “Ví dụ”.")  # fmt: skip
    sheet["A2"].font = Font(name=FONT, size=11, italic=True)
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(HEADINGS, place)
        put(cell, column.heading + (" *" if column.key in MUST_HAVE else ""))
        cell.font, cell.alignment, cell.border = Font(name=FONT, bold=True, color="FFFFFF"), CENTRE, THIN
        cell.fill = MUST if column.key in MUST_HAVE else HEAD
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[HEADINGS].height = 34
    sheet.freeze_panes = sheet.cell(FIRST, 2)
    for_paper(sheet, HEADINGS)


def _own_rows(sheet, submission) -> None:
    """One row for each weakness the unit has, ready for its measures."""
    weaknesses = submission.chains()
    for number, weakness in enumerate(weaknesses, start=FIRST):
        own = {"weakness": str(weakness), "statement": weakness.statement, "index": weakness.index.short_name}
        _fill(sheet, number, own)
    for number in range(FIRST + len(weaknesses), FIRST + len(weaknesses) + 20):
        _fill(sheet, number, {})
    for number in range(FIRST, LAST + 1):
        sheet.cell(number, _place("due_on")).number_format = "DD/MM/YYYY"


def _fill(sheet, number: int, row: dict[str, str]) -> None:
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(number, place)
        if text := row.get(column.key, ""):
            put(cell, text)
        cell.font, cell.alignment, cell.border = Font(name=FONT, size=11), WRAPPED, THIN


def _example(sheet, names: Names, today: date) -> None:
    _begin(sheet, "VÍ DỤ – trang này không được nhập vào hệ thống")
    someone = next(iter(names["owner"].shown), "Nguyễn Văn A")
    for number, row in enumerate(EXAMPLE, start=FIRST):
        own = {
            "owner": someone,
            "responsible": someone,
            "index": next(iter(names["index"].shown), "PAR INDEX"),
        }
        own["due_on"] = f"{today + timedelta(days=90):%d/%m/%Y}"
        shown = {key: own[key] if text == "…" else text for key, text in row.items()}
        _fill(sheet, number, shown)
        heighten(sheet, number, [(shown.get(column.key, ""), column.width) for column in COLUMNS])


def _guide(sheet) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 96
    for number, (what, how) in enumerate((*GUIDE, *((c.heading, REMARKS[c.key]) for c in COLUMNS)), start=1):
        put(sheet.cell(number, 1), what)
        put(sheet.cell(number, 2), how)
        sheet.cell(number, 1).font = Font(name=FONT, bold=True)
        sheet.cell(number, 2).font = Font(name=FONT)
        sheet.cell(number, 1).alignment = sheet.cell(number, 2).alignment = WRAPPED
        heighten(sheet, number, [(what, 28), (how, 96)])
    for_paper(sheet)


def _lists(sheet, names: Names) -> None:
    """One column for each drop-down, under its heading."""
    for place, key in enumerate(LISTS, start=1):
        heading = next(column.heading for column in COLUMNS if column.key == key)
        put(sheet.cell(1, place), heading)
        sheet.cell(1, place).font, sheet.cell(1, place).fill = Font(name=FONT, bold=True), HINT
        sheet.column_dimensions[get_column_letter(place)].width = 34
        for number, shown in enumerate(_offered(names, key), start=2):
            put(sheet.cell(number, place), shown)
    for_paper(sheet, 1)


def _offered(names: Names, key: str) -> list[str]:
    return [shown for shown, thing in names[key].shown.items() if thing != names.own]


def _drop_downs(sheet) -> None:
    lists = sheet.parent["Danh mục"]
    for place, key in enumerate(LISTS, start=1):
        column = get_column_letter(_place(key))
        cells = f"{column}{FIRST}:{column}{LAST}"
        offer(sheet, cells, lists, place, is_closed=key not in SEVERAL_ALLOWED)


def _place(key: str) -> int:
    return next(place for place, column in enumerate(COLUMNS, start=1) if column.key == key)
