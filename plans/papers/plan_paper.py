"""The July plan: KẾ HOẠCH khắc phục những tồn tại, hạn chế, with its two annexes; each of its versions likewise."""

from datetime import date

from . import signature
from .files import word_file
from .files.sheet import Sheet
from .plan import plan_texts, version_words
from .plan.annex import Line
from .plan.annex_sheets import sheets_of
from .plan.chapters import chapters
from .plan.lead_units import lead_units
from .plan.printed import printed
from .results import Result


def plan_document(plan, today: date) -> bytes:
    """The plan as a Word file; number, date and signer are blank until it is issued."""
    return word_file.fill("plan", words(plan, today), written_on=today)


def words(subject, today: date) -> dict:
    """What stands on the paper of a plan or of one version; it says the same on every day."""
    paper = printed(subject)
    return (
        paper.frame["issuer"]
        | signature.plan_words(paper.plan, paper.frame)
        | version_words.words(paper)
        | _results(paper.frame)
        | _content(paper.lines)
        | plan_texts.paragraphs(paper.frame["texts"])
    )


def sheets(subject, today: date) -> list[Sheet]:
    """Annex I and Annex II as tables."""
    paper = printed(subject)
    return sheets_of(paper.frame["issuer"]["year"], paper.lines)


def facts(subject) -> list[tuple[str, object]]:
    """What a workbook says of itself beside its day."""
    told = version_words.of_version(printed(subject))
    return [("Phiên bản", told)] if told else []


def _results(frame: dict) -> dict:
    return {
        "conference_day": frame["conference_day"],
        "results": [Result(**each) for each in frame["results"]],
        "group_ratings": frame["group_ratings"],
    }


def _content(lines: list[Line]) -> dict:
    return {"chapters": chapters(lines), "lead_units": lead_units(lines), "item_count": len(lines)}
