"""Word templates as offices change them: the built-in one with something put in."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from plans.papers.catalogue import PAPERS

NAME = "mau-cua-so.docx"


def template(kind: str = "plan", body: str = "", name: str = NAME) -> SimpleUploadedFile:
    """The built-in template with one paragraph more at its end."""
    document = Document(PAPERS[kind].built_in)
    for words in filter(None, body.split("\n")):
        document.add_paragraph(words)
    out = BytesIO()
    document.save(out)
    return SimpleUploadedFile(name, out.getvalue())


def without_tags() -> SimpleUploadedFile:
    """A finished paper, brought by mistake."""
    document, out = Document(), BytesIO()
    document.add_paragraph("Kế hoạch năm 2022")
    document.save(out)
    return SimpleUploadedFile(NAME, out.getvalue())


def with_part(part: str, content: bytes, name: str = NAME) -> SimpleUploadedFile:
    """The built-in template with one part of the archive put in or exchanged."""
    out = BytesIO()
    with ZipFile(PAPERS["plan"].built_in) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename != part:
                target.writestr(entry, source.read(entry))
        target.writestr(part, content)
    return SimpleUploadedFile(name, out.getvalue())


def part_of(part: str) -> bytes:
    with ZipFile(PAPERS["plan"].built_in) as archive:
        return archive.read(part)
