"""How every template of ours looks: its type, headings, lists to choose from, and the way it comes out on paper."""

from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

FONT = "Times New Roman"
HEAD, MUST, HINT = (PatternFill("solid", fgColor=color) for color in ("8C2F2E", "6E2322", "FAF4F1"))
THIN = Border(*(Side(style="thin", color="7A838D") for _ in range(4)))
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
WRAPPED = Alignment(vertical="top", wrap_text=True)
BOLD, WHITE = Font(name=FONT, bold=True), Font(name=FONT, bold=True, color="FFFFFF")


def put(cell, text: str) -> None:
    """Text stays text: what begins like a formula is none."""
    cell.value = text
    cell.data_type = "s"


def heighten(sheet, number: int, cells: list[tuple[str, int]]) -> None:
    """Room for wrapped text: not every program measures it on opening. Rows to be filled in grow by themselves."""
    lines = max(ceil(len(text) * 1.15 / width) for text, width in cells)
    sheet.row_dimensions[number].height = 16 * max(lines, 1)


def for_paper(sheet, headings: int = 0) -> None:
    """Landscape, as wide as the paper; headings repeat on large sheets."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if headings else sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if headings:
        sheet.print_title_rows = f"{headings}:{headings}"


def offer(sheet, cells: str, lists, place: int, *, is_closed: bool = True) -> None:
    """A drop-down in these cells, of what stands in a column of the sheet of lists below its heading."""
    letter = get_column_letter(place)
    last = max((cell.row for cell in lists[letter] if cell.value), default=2)
    choice = DataValidation(
        type="list", formula1=f"'{lists.title}'!${letter}$2:${letter}${max(last, 2)}", allow_blank=True
    )
    choice.showErrorMessage = is_closed
    choice.errorTitle, choice.error = (
        "Không có trong danh mục",
        "Hãy chọn một dòng trong danh sách thả xuống.",
    )
    choice.add(cells)
    sheet.add_data_validation(choice)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()
