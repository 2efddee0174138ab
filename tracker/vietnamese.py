"""Vietnamese text: search without accents, and the order of the Vietnamese alphabet."""

import re
import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\N{COMBINING GRAVE ACCENT}", "\N{COMBINING HOOK ABOVE}", "\N{COMBINING TILDE}",
         "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DOT BELOW}")  # fmt: skip


def tidy(text: str) -> str:
    """The text in NFC with single spaces: the only form in which text is stored."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def plain(text: str) -> str:
    """The text as people type it without accents: "Đất đai" becomes "dat dai"."""
    letters = unicodedata.normalize("NFD", tidy(text).casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def beginning(word: str) -> str:
    """The pattern of texts in which a word begins so: "ho" finds "hồ sơ" but neither "thông" nor "phòng"."""
    return r"\m" * (word[0].isascii() and word[0].isalnum()) + re.escape(word)


def sort_key(text: str) -> str:
    """A key whose byte order is the dictionary order: letters first, tones break ties."""
    pairs = [_weigh(letter) for letter in tidy(text).lower()]
    return "".join(letter for letter, _ in pairs) + "\t" + "".join(tone for _, tone in pairs)


def name_sort_key(full_name: str) -> str:
    """People are listed by given name, which stands last, then by surname."""
    return sort_key(" ".join(reversed(full_name.split())))


def _weigh(letter: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in TONES[1:]), "")
    base = unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else letter
    weight = chr(ord("A") + ALPHABET.index(base)) if base in ALPHABET else base
    return weight, str(TONES.index(tone))
