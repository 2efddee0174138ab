"""Fills a Word template; the same words give the same bytes."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from plans.papers.word_templates.template_in_force import template_in_force

from .printable import printable

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def fill(kind: str, words: dict, written_on: date) -> bytes:
    """The template in force for papers of this kind, with the words in it."""
    return fill_template(template_in_force(kind), words, written_on)


def fill_template(template: Path | BinaryIO, words: dict, written_on: date) -> bytes:
    """This template with the words in it. A tag the words do not know raises instead of printing nothing."""
    document = DocxTemplate(template)
    document.render(words, jinja_env=environment())
    _date(document, written_on)
    filled = BytesIO()
    document.save(filled)
    return _without_clock(filled)


def environment() -> SandboxedEnvironment:
    """Autoescape, or an "&" would make a file that Word refuses; sandboxed, because an office edits the templates."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_printable)


def _printable(value):
    """Without the control characters that XML cannot carry."""
    return printable(value) if type(value) is str else value


def _date(document: DocxTemplate, written_on: date) -> None:
    properties = document.docx.core_properties
    properties.created = properties.modified = datetime(
        written_on.year, written_on.month, written_on.day, tzinfo=UTC
    )


def _without_clock(filled: BytesIO) -> bytes:
    """The same archive with fixed file times, so that equal papers are equal bytes."""
    steady = BytesIO()
    with ZipFile(filled) as source, ZipFile(steady, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(_entry(name), source.read(name))
    return steady.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, ZIP_EPOCH)
    entry.compress_type = ZIP_DEFLATED
    return entry
