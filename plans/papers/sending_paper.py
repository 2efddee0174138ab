"""The letter with which Sở Nội vụ puts the draft before the People's Committee: TỜ TRÌNH ban hành Kế hoạch."""

from datetime import date

from . import hand_in_tally, hand_ins, letterhead, province, results, sending_content
from .grouping import grouped
from .hand_ins import HandIn
from .plan import plan_texts
from .plan.annex import numbered_items
from .wording import listed, long_day

SYMBOL = "TTr-SNV"
OWN_PROPOSAL = "Theo đề nghị"


def words(plan, today: date) -> dict:
    """The figures as they stand today; number, day and the director's name are left to the office."""
    units = hand_ins.hand_ins(plan.review, today)
    return (
        province.words(plan.review)
        | letterhead.of_home_affairs(SYMBOL, today.year)
        | {"counted_day": long_day(today), "conference_day": long_day(plan.review.conference_on)}
        | _need(plan.review)
        | hand_in_tally.words(plan.review, units, today)
        | {"not_accepted": _not_accepted(units), "grounds": _grounds(plan)}
        | sending_content.making(plan)
        | sending_content.content(numbered_items(plan))
        | sending_content.doubts(plan, today)
    )


def _need(review) -> dict:
    return {"results": results.results(review), "group_ratings": results.group_ratings(review)}


def _grounds(plan) -> list[str]:
    """Those of the plan itself, without the proposal that this letter makes."""
    texts = [line.text for line in plan_texts.sections(plan, 0)["grounds"]]
    return listed(text for text in texts if not text.startswith(OWN_PROPOSAL))


def _not_accepted(units: list[HandIn]) -> list[str]:
    """By how far they are, the furthest behind first."""
    behind = [each for each in units if not each.is_exempt and each.submission.state != "accepted"]
    by_standing = grouped(sorted(behind, key=_is_handed_in), lambda unit: unit.standing)
    return listed(
        f"{each[0].standing} ({len(each)} cơ quan, đơn vị): {'; '.join(map(_name, each))}"
        for each in by_standing
    )


def _is_handed_in(unit: HandIn) -> tuple:
    return unit.is_handed_in, unit.submission.attempt > 0


def _name(unit: HandIn) -> str:
    late = f" (hạn nộp {unit.due}, quá hạn {unit.days_late} ngày)"
    return f"{unit.name}{late if unit.is_missing and unit.days_late else ''}"
