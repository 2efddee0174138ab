"""The names under which papers are saved: what it is, of which year, and whether it is a draft."""

from datetime import date

from .catalogue import Paper
from .subjects import review_of

DRAFT = "du-thao"


def file_name(paper: Paper, format: str, subject, on: date) -> str:
    """For example Ke-hoach-2022-du-thao.docx, Ke-hoach-2022-118-KH-UBND-phien-ban-1.docx."""
    review = review_of(subject)
    parts = {
        "plan": lambda: [review.plan_year, *_plan(subject)],
        "sending": lambda: [review.plan_year],
        "synthesis": lambda: [review.year],
        "progress": lambda: [review.plan_year, f"den-{on:%Y-%m-%d}"],
        "submission": lambda: [review.year, subject.unit.code],
        "amendment": lambda: [review.plan_year, _number(subject)],
    }[paper.kind]()
    return "-".join([paper.file_stem, *map(str, parts)]) + f".{format}"


def _plan(subject) -> list[str]:
    if hasattr(subject, "plan"):
        return [_number(subject.plan), f"phien-ban-{subject.number}"]
    return [_number(subject)]


def _number(numbered) -> str:
    """118/KH-UBND becomes 118-KH-UBND; what has no number yet is a draft."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in numbered.number).split()) or DRAFT
