"""Two texts word by word: which stretches went, which came, which stayed."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Stretch:
    """Some words in a row that share one fate."""

    words: str
    is_changed: bool


def stretches(before: str, after: str) -> tuple[list[Stretch], list[Stretch]]:
    """The words of each text, marked where the other text has none of them; two equal lists when nothing changed."""
    old, new = before.split(), after.split()
    left, right = [], []
    for fate, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        _add(left, old[old_from:old_to], fate != "equal")
        _add(right, new[new_from:new_to], fate != "equal")
    return left, right


def _add(stretches: list[Stretch], words: list[str], is_changed: bool) -> None:
    if words:
        stretches.append(Stretch(" ".join(words), is_changed))
