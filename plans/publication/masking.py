"""What strangers may not read in free text is left out: phone numbers, mail addresses, names of people."""

import re
from collections.abc import Iterable
from typing import Self

from plans.models import Amendment, Plan
from tracker.models import User
from tracker.vietnamese import tidy

LEFT_OUT = "[…]"
MOST_WORDS = 7  # longer names of people do not occur
LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1EFA))
CAPITAL = "[" + "".join(chr(code) for code in LATIN if chr(code).isupper()) + "]"
WORD = rf"{CAPITAL}[^\W\d_]*"
SEVERAL_WORDS = re.compile(rf"\b{WORD}(?:\s+{WORD})+")
ADDRESSED = re.compile(rf"\b((?:[ôÔ]ng|[bB]à|[đĐ]ồng chí|[đĐ]/c)\s+){WORD}(?:\s+{WORD})+")
MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
NOT_A_DATE = r"(?!\d{1,2}[./-]\d{1,2}[./-]\d{4})"
DIGIT = r"(?:[ .-]{0,2}\d)"
PHONE = re.compile(
    rf"(?<![\w/.,-]){NOT_A_DATE}"
    rf"(?:\(0\d{{1,3}}\){DIGIT}{{6,8}}|(?:\(?\+\s?84\)?|84(?=[35789])|0){DIGIT}{{8,10}})(?![\w/])"
)
CALLED = re.compile(
    r"((?:\bSĐT|\bĐT|điện thoại|di động|đường dây nóng|\bZalo|\btel\b)[^\d\n]{0,12}?)(\+?\d(?:[ .-]?\d){5,10})",
    re.IGNORECASE,
)


class Mask:
    """Takes out of a text what identifies or reaches a person, and notes whether there was anything."""

    def __init__(self, names: Iterable[str]):
        self.names = {tidy(name).casefold() for name in names if " " in tidy(name)}
        self.has_hidden = False

    @classmethod
    def of_everybody(cls) -> Self:
        """Knows everybody who has, or had, an account, and whoever signed a plan."""
        signers = [*_signers(Plan), *_signers(Amendment)]
        return cls([*User.objects.values_list("full_name", flat=True), *signers])

    def __call__(self, text: str) -> str:
        """The text without people; where something is left out, the sign says so."""
        shown = MAIL.sub(LEFT_OUT, text)
        shown = CALLED.sub(rf"\1{LEFT_OUT}", PHONE.sub(LEFT_OUT, shown))
        shown = SEVERAL_WORDS.sub(self._without_names, ADDRESSED.sub(rf"\1{LEFT_OUT}", shown))
        self.has_hidden = self.has_hidden or shown != text
        return shown

    def _without_names(self, found: re.Match) -> str:
        """Capitalised words may hold a name beside other words: each known name in them goes."""
        words = found[0].split()
        known = [part for part in _parts(words) if part.casefold() in self.names]
        text = " ".join(words) if known else found[0]
        for name in sorted(known, key=len, reverse=True):
            text = text.replace(name, LEFT_OUT)
        return text


def _parts(words: list[str]) -> Iterable[str]:
    """Every run of these words that may be a name."""
    for length in range(2, MOST_WORDS + 1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _signers(model) -> Iterable[str]:
    return model.objects.exclude(signer_name="").values_list("signer_name", flat=True)
