"""A cell's value as the text a person sees in it, its column's letters, and what two spellings of a name share."""

import re
from datetime import date, datetime, time

from tracker.vietnamese import plain, tidy

MOST_LETTERS = 8000
NOT_LETTERS = re.compile(r"[^0-9a-z]+")


def text_of(value) -> str:
    """Dates as 30/06/2026, whole numbers without a point, everything else tidy."""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}" if value.year >= 1000 else str(value)
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if value is None or isinstance(value, time):
        return "" if value is None else f"{value:%H:%M}"
    return tidy("".join(sign if sign.isprintable() else _blank(sign) for sign in str(value)))[:MOST_LETTERS]


def letters(place: int) -> str:
    """The column at this place as people call it: A to Z, then AA."""
    before, own = divmod(place - 1, 26)
    return (letters(before) if before else "") + chr(ord("A") + own)


def bare(text: str) -> str:
    """Only the letters and figures, without accents: what two spellings of a name share."""
    return NOT_LETTERS.sub("", plain(text))


def _blank(sign: str) -> str:
    """Tabs and line ends become spaces; the soft hyphen is a letter in TCVN3, other hidden signs go."""
    return sign if sign == "\xad" else " " if sign.isspace() else ""
