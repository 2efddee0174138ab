"""Reads a Word file back: what stands on the paper, and how it is laid out."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn


def opened(paper: bytes):
    return Document(BytesIO(paper))


def lines_of(paper: bytes) -> list[str]:
    """Every paragraph in the order of the page, those in tables too; line breaks as spaces."""
    paragraphs = opened(paper).element.body.iter(qn("w:p"))
    return [
        "".join(_text(piece) for piece in paragraph.iter(qn("w:t"), qn("w:br"))) for paragraph in paragraphs
    ]


def annex_of(paper: bytes):
    """The table of Annex I: the only one with eleven columns."""
    return next(table for table in opened(paper).tables if len(table.columns) == 11)


def row_of(paper: bytes, number: int) -> list[str]:
    """The cells of one numbered line of Annex I."""
    rows = ([cell.text for cell in row.cells] for row in annex_of(paper).rows)
    return next(cells for cells in rows if cells[0] == str(number))


def _text(piece) -> str:
    return piece.text or "" if piece.tag == qn("w:t") else " "
