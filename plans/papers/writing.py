"""Writing a paper in one of its formats, telling how far it is."""

from datetime import date

from django.utils import translation

from . import province
from .catalogue import EXCEL, PDF, WORD, Paper
from .files import excel_file, pdf_file, word_file
from .subjects import review_of
from .telling import Tell, told


def written(paper: Paper, format: str, subject, on: date, tell: Tell = lambda done, total: None) -> bytes:
    """The bytes of the file; `tell(done, total)` is called while its rows are taken."""
    with translation.override("vi"):
        return WRITERS[format](paper, subject, on, tell)


def _as_word(paper: Paper, subject, on: date, tell: Tell) -> bytes:
    return word_file.fill(paper.kind, told(paper.words(subject, on), tell), written_on=on)


def _as_pdf(paper: Paper, subject, on: date, tell: Tell) -> bytes:
    return pdf_file.render(paper.kind, told(paper.words(subject, on), tell), written_on=on)


def _as_excel(paper: Paper, subject, on: date, tell: Tell) -> bytes:
    sheets = paper.sheets(subject, on)
    return excel_file.write(told(sheets, tell), _about(paper, sheets[0].heading, subject, on))


def _about(paper: Paper, heading: str, subject, on: date) -> list[tuple[str, object]]:
    """Without it a printed sheet says nothing of its day; sample data say that they are some."""
    mark = province.words(review_of(subject))["sample_mark"]
    facts = [("Nội dung", heading), *paper.facts(subject), ("Số liệu tính đến", on)]
    return [*facts, ("Lưu ý", mark)] if mark else facts


WRITERS = {WORD: _as_word, PDF: _as_pdf, EXCEL: _as_excel}
