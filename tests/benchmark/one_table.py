"""The built-in template of the plan with nothing left in it but the table of Annex I."""

from io import BytesIO

from docx import Document

from plans.papers.catalogue import PAPERS

COLUMNS = 11


def only_table() -> BytesIO:
    document = Document(PAPERS["plan"].built_in)
    body = document.element.body
    table = next(table._tbl for table in document.tables if len(table.columns) == COLUMNS)
    for element in list(body):
        if element is not table and not element.tag.endswith("sectPr"):
            body.remove(element)
    out = BytesIO()
    document.save(out)
    out.seek(0)
    return out
