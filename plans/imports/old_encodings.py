"""Text typed in TCVN3 (.VnTime) or VNI fonts, and its way into Unicode.

TCVN3 writes every accented letter as one sign; its capitals are the same signs in a capital font. VNI writes a letter
and its marks as two signs. Both tables are complete; whether a text is meant so is told by its spelling.
"""

import re
import unicodedata
from dataclasses import dataclass

from .syllables import is_syllable

TCVN3_SIGNS = (
    "µ¸¶·¹" "¨»¾¼½Æ" "©ÇÊÈÉË" "®" "ÌÐÎÏÑ" "ªÒÕÓÔÖ" "×ÝØÜÞ" "ßãáâä" "«åèæçé" "¬êíëìî" "ïóñòô" "\xadõøö÷ù" "úýûüþ"
    "¡¢£¤¥¦§"
)  # fmt: skip
TCVN3_LETTERS = (
    "àáảãạ" "ăằắẳẵặ" "âầấẩẫậ" "đ" "èéẻẽẹ" "êềếểễệ" "ìíỉĩị" "òóỏõọ" "ôồốổỗộ" "ơờớởỡợ" "ùúủũụ" "ưừứửữự" "ỳýỷỹỵ"
    "ĂÂÊÔƠƯĐ"
)  # fmt: skip
VNI_PAIRS = {
    "a": dict(zip("ùøûõïêéèúüëâáàåãä", "áàảãạăắằẳẵặâấầẩẫậ", strict=True)),
    "e": dict(zip("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ", strict=True)),
    "o": dict(zip("ùøûõïâáàåãä", "óòỏõọôốồổỗộ", strict=True)),
    "ô": dict(zip("ùøûõï", "ớờởỡợ", strict=True)),
    "u": dict(zip("ùøûõï", "úùủũụ", strict=True)),
    "ö": dict(zip("ùøûõï", "ứừửữự", strict=True)),
    "y": dict(zip("ùøûõ", "ýỳỷỹ", strict=True)),
}
VNI_SINGLE = dict(zip("ôöñæóòî", "ơưđỉĩịỵ", strict=True))  # í and ì are written as in Unicode
TCVN3 = str.maketrans(dict(zip(TCVN3_SIGNS, TCVN3_LETTERS, strict=True)) | {"μ": "à"})
VNI = (
    {base + mark: letter for base, marks in VNI_PAIRS.items() for mark, letter in marks.items()}
    | {base.upper() + mark: letter.upper() for base, marks in VNI_PAIRS.items() for mark, letter in marks.items()}
    | {(base + mark).upper(): letter.upper() for base, marks in VNI_PAIRS.items() for mark, letter in marks.items()}
    | VNI_SINGLE
    | {sign.upper(): letter.upper() for sign, letter in VNI_SINGLE.items()}
)  # fmt: skip
VNI_PATTERN = re.compile("|".join(sorted(VNI, key=len, reverse=True)))
BETWEEN = re.compile(r"[\s!-/:-@\[-`{-~–—…“”‘’•]+")
AROUND = "«»©®°²³§¹"
MEASURES = {"µm", "µg", "µl", "µs"}
ABBREVIATION = re.compile(r"[A-ZĐ]+")
ENOUGH = 0.8  # of the words that change must become Vietnamese; the rest may be names and slips


@dataclass(frozen=True)
class Recoded:
    """A text that was typed in an old encoding, and what it says."""

    encoding: str
    text: str


def from_tcvn3(text: str) -> str:
    return text.translate(TCVN3)


def from_vni(text: str) -> str:
    return VNI_PATTERN.sub(lambda found: VNI[found.group()], text)


def recode(text: str) -> Recoded | None:
    """The Unicode text when this one is surely TCVN3 or VNI; proper Vietnamese and English give None."""
    text = unicodedata.normalize("NFC", text)
    if text.isascii() or not _misspelled(text):
        return None
    ways = [Recoded("vni", from_vni(text)), Recoded("tcvn3", from_tcvn3(text))]
    return max((way for way in ways if _is_better(text, way.text)), key=_spelled_well, default=None)


def _is_better(before: str, after: str) -> bool:
    changed = [new for old, new in zip(_words(before), _words(after), strict=False) if old != new]
    right = sum(map(_is_right, changed))
    return right > 0 and right >= ENOUGH * len(changed) and _misspelled(after) < _misspelled(before)


def _spelled_well(way: Recoded) -> int:
    return sum(map(_is_right, _words(way.text))) - _misspelled(way.text)


def _misspelled(text: str) -> int:
    return sum(not _is_right(word) for word in _words(text))


def _words(text: str) -> list[str]:
    """The words with a letter beyond ASCII; plain ones look the same in every encoding."""
    return [word for word in BETWEEN.split(text) if _has_letter(word) and word not in MEASURES]


def _has_letter(word: str) -> bool:
    return not word.isascii() and (any(map(str.isalpha, word.strip("ªºµ"))) or "µ" in word[1:])


def _is_right(word: str) -> bool:
    """Signs after a word (®, ²) are no part of it, nor is an opening quotation mark."""
    bare = word.rstrip(AROUND).lstrip("«")
    return bare.isascii() or is_syllable(bare) or bool(ABBREVIATION.fullmatch(bare))
