"""The sections of the plan that Home Affairs words itself; what is left blank reads as offices usually write it."""

import re
from dataclasses import dataclass
from pathlib import Path

from plans.papers import province
from plans.papers.results import targets
from plans.papers.wording import long_day

KEYS = ("grounds", "purpose", "requirements", "targets", "organisation")
HEADING = re.compile(r"\d{1,2}\.\s.*[^.;:,]")
STANDING = Path(__file__).with_name("standing")


@dataclass(frozen=True)
class Line:
    """One paragraph of a section; “1. Sở Nội vụ” without a full stop is a heading."""

    text: str
    is_heading: bool


def sections(plan, item_count: int) -> dict[str, list[Line]]:
    """Each section's paragraphs: the plan's own words, or the usual ones."""
    return paragraphs(worded(plan, item_count))


def paragraphs(texts: dict[str, str]) -> dict[str, list[Line]]:
    return {key: lines(texts[key]) for key in KEYS}


def worded(plan, item_count: int) -> dict[str, str]:
    """What each section says: the plan's own words, or the usual ones."""
    usual = standard(plan, item_count)
    return {key: (plan.texts or {}).get(key, "").strip() or usual[key] for key in KEYS}


def standard(plan, item_count: int) -> dict[str, str]:
    """What each section says as long as nobody has worded it."""
    review = plan.review
    known = province.words(review) | {
        "conference_day": long_day(review.conference_on), "item_count": item_count,
        "better_results": _better_results(review), "period": _period(plan),
    }  # fmt: skip
    return {
        key: (STANDING / f"{key}.txt").read_text(encoding="utf-8").strip().format(**known) for key in KEYS
    }


def lines(text: str) -> list[Line]:
    paragraphs = [each.strip() for each in text.splitlines() if each.strip()]
    return [Line(each, bool(HEADING.fullmatch(each))) for each in paragraphs]


def _period(plan) -> str:
    """Until when the plan is carried out, where Home Affairs has said so; otherwise the plan's year says it."""
    if not plan.period_ends_on:
        return ""
    return f"\nd) Thời gian thực hiện Kế hoạch: từ ngày ban hành đến hết {long_day(plan.period_ends_on)}."


def _better_results(review) -> str:
    """The second target; a province that published nothing has none."""
    if not (aims := targets(review)):
        return ""
    opening = f"\nb) Kết quả các chỉ số năm {review.plan_year} cao hơn năm {review.year}:"
    return "\n".join([opening, *(f"- {aim}" for aim in aims)])
