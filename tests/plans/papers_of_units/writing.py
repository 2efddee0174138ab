"""Has a paper written and reads back what stands on it."""

from plans import papers
from plans.papers.catalogue import PAPERS
from tests.plans.word_reader import lines_of, opened


def lines(kind: str, subject, on) -> list[str]:
    """Every printed line of the Word file, without the empty ones."""
    return [line for line in lines_of(written(kind, subject, on)) if line.strip()]


def written(kind: str, subject, on, format: str = "docx") -> bytes:
    return papers.written(PAPERS[kind], format, subject, on)


def rows_under(paper: bytes, head: str) -> list[list[str]]:
    """The rows of the table that has this head; a cell that spans several columns counts once."""
    table = next(each for each in opened(paper).tables if head in [cell.text for cell in each.rows[0].cells])
    return [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows[1:]]


def cells_under(paper: bytes, head: str) -> list[list[str]]:
    """The same with every cell, also where two say the same."""
    table = next(each for each in opened(paper).tables if head in [cell.text for cell in each.rows[0].cells])
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def after(lines: list[str], heading: str, until: str) -> list[str]:
    """What stands between two headings."""
    begin = lines.index(heading) + 1
    return lines[begin : lines.index(until, begin)]
