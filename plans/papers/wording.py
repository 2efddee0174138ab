"""How numbers, dates and lists are written in Vietnamese official papers."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

UNKNOWN = "–"
BLANK = " " * 6
LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def decimal(value: Decimal | int) -> str:
    """With a comma, and as many digits as were published: 86,77."""
    return str(value).replace(".", ",")


def short_decimal(value: Decimal) -> str:
    """With a comma, without needless zeros: 0,5."""
    return f"{value.normalize():f}".replace(".", ",")


def percent(part: int, total: int) -> str:
    """“88,9%”; a dash where there is nothing to take a share of."""
    return f"{100 * part / total:.1f}%".replace(".", ",") if total else UNKNOWN


def long_day(day: date) -> str:
    """Days below ten and the months 1 and 2 take a leading zero, so that nothing can be written in front of them."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def short_day(day: date) -> str:
    return f"{day.day:02}/{_month(day)}/{day.year}"


def open_day(year: int) -> str:
    """The date of a paper that nobody has signed yet: day and month are left to the clerk."""
    return f"ngày{BLANK}tháng{BLANK}năm {year}"


def full_number(number: str, symbol: str) -> str:
    """Number and symbol, the number with at least two digits; blank when the clerk has given none."""
    digits, _, own_symbol = number.partition("/")
    return f"{digits.zfill(2) if digits.isdigit() else digits or BLANK}/{own_symbol or symbol}"


def letter(place: int) -> str:
    """The letter of a list's place, in the Vietnamese alphabet; numbers when the alphabet ends."""
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


def roman(place: int) -> str:
    return ROMAN[place] if place < len(ROMAN) else str(place + 1)


def listed(sentences: Iterable[str]) -> list[str]:
    """The sentences of a list: each ends with a semicolon, the last with a full stop."""
    bare = [sentence.rstrip(" .;") for sentence in sentences]
    return [f"{sentence};" for sentence in bare[:-1]] + [f"{sentence}." for sentence in bare[-1:]]


def change(value, unit: str) -> str:
    """“tăng 2,26 điểm”, “giảm 6 bậc”; empty when no change was published."""
    if value is None:
        return ""
    if not value:
        return "không thay đổi"
    return f"{'tăng' if value > 0 else 'giảm'} {decimal(abs(value))} {unit}".rstrip()


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)
