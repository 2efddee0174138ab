"""Names of files as people may see them: no folders, no hidden characters, not endless."""

import re
import unicodedata

from tracker.vietnamese import tidy

LONGEST = 200
HIDDEN = ("Cc", "Cf", "Co", "Cs")  # among them the signs that make text run from right to left


def clean_name(name: str) -> str:
    """The last part of the path, without hidden characters; a long name loses its middle, not its ending."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in HIDDEN)
    return _shortened(tidy(" ".join(seen.split())).lstrip("."))


def ending_of(name: str) -> str:
    """What stands after the last dot, in small letters."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    return stem[: max(0, LONGEST - len(ending) - 1)].rstrip() + dot + ending[:20] if dot else name[:LONGEST]
