"""The July plan: KẾ HOẠCH khắc phục những tồn tại, hạn chế, with its two annexes."""

from datetime import date

from . import province, results, signature, word_file
from .annex import numbered_items
from .chapters import chapters
from .coordination import Coordination
from .lead_units import lead_units
from .wording import long_day


def plan_document(plan, today: date) -> bytes:
    """The plan as a Word file; number, date and signer are blank until it is issued."""
    return word_file.fill("plan.docx", _words(plan), written_on=today)


def _words(plan) -> dict:
    return (
        province.words(plan.review)
        | signature.plan_words(plan)
        | _results(plan.review)
        | _content(numbered_items(plan), Coordination(plan.review.conference_on))
    )


def _results(review) -> dict:
    return {
        "conference_day": long_day(review.conference_on),
        "results": results.results(review),
        "group_ratings": results.group_ratings(review),
        "targets": results.targets(review),
    }


def _content(numbered: list, coordination: Coordination) -> dict:
    return {
        "chapters": chapters(numbered, coordination),
        "lead_units": lead_units(numbered),
        "item_count": len(numbered),
    }
