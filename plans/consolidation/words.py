"""Vietnamese text made comparable: without accents and capitals, usual abbreviations spelt out, figures left aside."""

import re
from functools import lru_cache

from tracker.vietnamese import plain

PIECE = re.compile(r"[a-z]+|\d+(?:[.,:/-]\d+)*")
FIGURE = ("#",)
SHORT = {
    "cbcc": "can bo cong chuc",
    "cbccvc": "can bo cong chuc vien chuc",
    "cchc": "cai cach hanh chinh",
    "cntt": "cong nghe thong tin",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen",
    "hdnd": "hoi dong nhan dan",
    "qppl": "quy pham phap luat",
    "tthc": "thu tuc hanh chinh",
    "ubnd": "uy ban nhan dan",
    "vbqppl": "van ban quy pham phap luat",
}


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The text's words in order; every figure and every date counts as the same word."""
    return tuple(word for piece in PIECE.findall(plain(text)) for word in _spelt_out(piece))


def _spelt_out(piece: str) -> tuple[str, ...]:
    if piece[0].isdigit():
        return FIGURE
    return tuple(SHORT[piece].split()) if piece in SHORT else (piece,)


class Lettering:
    """One letter for each word, sorted: comparing such texts counts the words they share, whatever their order."""

    def __init__(self):
        self._letters: dict[str, str] = {}

    def of(self, text: str) -> str:
        return "".join(sorted(self._letter(word) for word in words(text)))

    def _letter(self, word: str) -> str:
        return self._letters.setdefault(word, chr(0x10000 + len(self._letters)))
