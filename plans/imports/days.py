"""A date as people write it into a cell: taken, or refused with the day that was probably meant."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.vietnamese import plain

FIRST_SERIAL, LAST_SERIAL = 36_526, 73_050  # 2000 to 2099 as Excel counts days
EXCEL_EPOCH = date(1899, 12, 30)
SERIAL = re.compile(r"[0-9]{5}")
FIGURES = re.compile(r"(\d{1,4})\s*[/.\-–\s]\s*(\d{1,2})\s*[/.\-–\s]\s*(\d{1,4})(?:\s+0{1,2}:00(?::00)?)?")
IN_WORDS = re.compile(r"(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*(?:nam|,)?\s*(\d{4})")
MONTH = re.compile(r"(?:cuoi\s*)?(?:thang\s*)?(\d{1,2})\s*(?:/|-|\.|nam)\s*(\d{4})")
QUARTER = re.compile(r"(?:cuoi\s*)?(?:quy|q)\s*\.?\s*(iv|i{1,3}|[1-4])\s*(?:/|-|,|\.|nam)?\s*(\d{4})")
YEAR = re.compile(r"(?:cuoi\s*)?(?:nam\s*)?(20\d\d)")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Day:
    """The date, or what is wrong with it and the day that is suggested instead."""

    date: date | None
    problem: str = ""
    suggested: date | None = None


def day_of(text: str) -> Day:
    """30/06/2026, 30.6.26, 2026-06-30, “ngày 30 tháng 6 năm 2026” and Excel's own count are taken."""
    if SERIAL.fullmatch(text) and FIRST_SERIAL <= int(text) <= LAST_SERIAL:
        return Day(EXCEL_EPOCH + timedelta(days=int(text)))
    words = plain(text).strip(" .")
    for pattern, meaning in _WAYS.items():
        if found := pattern.fullmatch(words):
            return meaning(*found.groups())
    return Day(None, "not_a_date")


def _by_figures(first: str, second: str, third: str) -> Day:
    if len(first) == 4:
        first, third = third, first
    day, month, year = int(first), int(second), int(third) + (2000 if len(third) <= 2 else 0)
    if month > 12 >= day >= 1:
        return Day(None, "month_first", _exactly(year, day, month))
    if exact := _exactly(year, month, day):
        return Day(exact)
    return Day(None, "no_such_day", _last_of(year, month) if 28 < day <= 31 else None)


def _quarter(figure: str, year: str) -> Day:
    return Day(None, "quarter", _last_of(int(year), 3 * int(QUARTERS.get(figure, figure))))


def _month(month: str, year: str) -> Day:
    return Day(None, "month_only", _last_of(int(year), int(month)))


def _year(year: str) -> Day:
    return Day(None, "year_only", date(int(year), 12, 31))


def _exactly(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_of(year: int, month: int) -> date | None:
    return (
        _exactly(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 and 1 <= year <= 9999 else None
    )


_WAYS = {
    IN_WORDS: _by_figures, FIGURES: _by_figures, QUARTER: _quarter, MONTH: _month, YEAR: _year,
}  # fmt: skip
