"""What a plan says around its annex: issuer, quoted results, its texts. It is frozen together with the lines."""

from dataclasses import asdict

from django.utils import translation

from plans.papers import province, results
from plans.papers.wording import long_day
from tracker.models import Province

from . import plan_texts
from .annex import titles


def frame_of(plan, line_count: int) -> dict:
    """As things stand now, in the papers' Vietnamese and as JSON can hold it."""
    review = plan.review
    with translation.override("vi"):
        return {
            "issuer": province.words(review),
            "place": Province.current().place,
            "conference_day": long_day(review.conference_on),
            "results": [asdict(result) for result in results.results(review)],
            "group_ratings": results.group_ratings(review),
            "texts": plan_texts.worded(plan, line_count),
            "titles": titles(),
        }
