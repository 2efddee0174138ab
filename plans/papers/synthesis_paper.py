"""The summary of all submissions: BÁO CÁO tổng hợp kết quả kiểm điểm, from Sở Nội vụ to the People's Committee.

It names units, never people: who answers for a weakness is counted.
"""

from collections.abc import Iterable
from datetime import date

from . import hand_in_tally, hand_ins, letterhead, province, results
from .files.sheet import Sheet
from .grouping import grouped
from .hand_ins import HandIn
from .synthesis import found, synthesis_annex
from .wording import listed, long_day, percent, short_day

SYMBOL = "BC-SNV"
HEADING = "Tổng hợp kết quả kiểm điểm của các cơ quan, đơn vị năm {year} (số liệu đến {day})"


def words(review, today: date) -> dict:
    """The figures as they stand today; number, day, opinion and recommendations are left to the office."""
    units = hand_ins.hand_ins(review, today)
    weaknesses = found.found_by(units)
    return (
        province.words(review)
        | letterhead.of_home_affairs(SYMBOL, today.year)
        | {"counted_day": long_day(today), "conference_day": long_day(review.conference_on)}
        | hand_in_tally.words(review, units, today)
        | _handed_in(units)
        | _strengths(review, units, weaknesses)
        | _found(weaknesses)
        | {"groups": synthesis_annex.annex(units, weaknesses)}
    )


def sheets(review, today: date) -> list[Sheet]:
    """The annex: one row a unit."""
    units = hand_ins.hand_ins(review, today)
    heading = HEADING.format(year=review.year, day=short_day(today))
    return [synthesis_annex.sheet(units, found.found_by(units), heading)]


def _handed_in(units: list[HandIn]) -> dict:
    return {
        "tallies": hand_in_tally.by_group(units),
        "late": [_late(each) for each in units if each.is_handed_in and each.days_late],
        "missing_count": sum(each.is_missing for each in units),
        "missing": listed(_missing(each) for each in _by_group(each for each in units if each.is_missing)),
        "exempt": listed(_exempt(each) for each in units if each.is_exempt),
    }


def _late(unit: HandIn) -> dict:
    return {"name": unit.name, "due": unit.due, "day": unit.day, "days": unit.days_late}


def _by_group(units: Iterable[HandIn]) -> list[list[HandIn]]:
    return grouped(units, lambda unit: unit.group)


def _missing(units: list[HandIn]) -> str:
    return f"{units[0].group} ({len(units)} đơn vị): {'; '.join(map(_owing, units))}"


def _owing(unit: HandIn) -> str:
    """With its own deadline, and by how many days it has passed."""
    told = [
        "trả lại để hoàn thiện" if unit.submission.attempt else "",
        f"hạn nộp {unit.due}" if unit.submission.due_on or unit.days_late else "",
        f"quá hạn {unit.days_late} ngày" if unit.days_late else "",
    ]
    return f"{unit.name} ({', '.join(filter(None, told))})" if any(told) else unit.name


def _exempt(unit: HandIn) -> str:
    return f"{unit.name}: {unit.reason}" if unit.reason else unit.name


def _strengths(review, units: list[HandIn], weaknesses: list) -> dict:
    """How many say what went well; the office says what that is."""
    submissions = [each.submission for each in units if each.is_handed_in]
    with_weakness = {each.unit_id for each in weaknesses}
    return {
        "with_strengths": sum(bool(each.strengths.strip()) for each in submissions),
        "without_weakness": sum(each.unit_id not in with_weakness for each in submissions),
        "head_answers": sum(bool(each.head_responsibility.strip()) for each in submissions),
        "group_ratings": results.group_ratings(review),
    }


def _found(weaknesses: list) -> dict:
    whole = found.count("Tổng số", weaknesses)
    return {
        "whole": whole,
        "indices": found.by_index(weaknesses),
        "assigned": sum(each.origin == "assigned" for each in weaknesses),
        "own": sum(each.origin == "found" for each in weaknesses),
        "contested": sum(bool(each.objection) for each in weaknesses),
        "repeated": sum(each.repeats_id is not None for each in weaknesses),
        "external_share": percent(whole.external, whole.causes),
        "internal_share": percent(whole.internal, whole.causes),
        "bearers": found.bearers(weaknesses),
        "initiatives": found.initiatives(weaknesses),
    }
