"""The July plan: KẾ HOẠCH khắc phục những tồn tại, hạn chế, with its two annexes."""

from datetime import date

from . import excel_file, plan_texts, province, results, signature, word_file
from .annex import numbered_items
from .annex_sheets import sheets_of
from .chapters import chapters
from .coordination import Coordination
from .lead_units import lead_units
from .wording import long_day


def plan_document(plan, today: date) -> bytes:
    """The plan as a Word file; number, date and signer are blank until it is issued."""
    return word_file.fill("plan", words(plan, today), written_on=today)


def words(plan, today: date) -> dict:
    """What stands on the paper; the plan says the same on every day."""
    numbered = numbered_items(plan)
    return (
        province.words(plan.review)
        | signature.plan_words(plan)
        | _results(plan.review)
        | _content(numbered, Coordination(plan.review.conference_on))
        | plan_texts.sections(plan, len(numbered))
    )


def sheets(plan, today: date) -> list[excel_file.Sheet]:
    """Annex I and Annex II as tables."""
    return sheets_of(plan, numbered_items(plan), Coordination(plan.review.conference_on))


def _results(review) -> dict:
    return {
        "conference_day": long_day(review.conference_on),
        "results": results.results(review),
        "group_ratings": results.group_ratings(review),
    }


def _content(numbered: list, coordination: Coordination) -> dict:
    return {
        "chapters": chapters(numbered, coordination),
        "lead_units": lead_units(numbered),
        "item_count": len(numbered),
    }
