"""Names a cell may hold, each with what it stands for: found however they are spelled, else the closest one."""

from collections import defaultdict
from difflib import SequenceMatcher

from .cells import bare

CLOSE_ENOUGH = 0.62


class Choices:
    """A closed list: several spellings lead to one thing, and one spelling of each is shown."""

    def __init__(self):
        self.shown: dict[str, object] = {}
        self._things: dict[str, list] = defaultdict(list)
        self._spelled: dict[str, str] = {}

    def add(self, thing, shown: str, *spellings: str) -> None:
        self.shown[shown] = thing
        for spelling in {bare(each) for each in (shown, *spellings) if each} - {""}:
            if thing not in self._things[spelling]:
                self._things[spelling].append(thing)
            self._spelled.setdefault(spelling, shown)

    def hint(self, shown: str, spelling: str) -> None:
        """A short form that is suggested but not taken: others may shorten their name alike."""
        self._spelled.setdefault(bare(spelling), shown)

    def found(self, text: str) -> list:
        """What is called so; two people may share a name."""
        exact = self.shown.get(text)
        return [exact] if exact is not None else self._things.get(bare(text), [])

    def closest(self, text: str) -> str:
        """The name that was probably meant, or nothing."""
        typed = bare(text)
        score, shown = max(
            ((_likeness(typed, spelling), shown) for spelling, shown in self._spelled.items()),
            default=(0, ""),
        )
        return shown if score >= CLOSE_ENOUGH else ""


def initials(name: str) -> str:
    """How offices shorten a name: "Sở Tài nguyên và Môi trường" becomes "Sở TNMT"."""
    first, *rest = name.split()
    letters = "".join(word[0] for word in rest if word.lower() not in ("và", "-", "–") and word[0].isalpha())
    return f"{first} {letters.upper()}" if len(letters) > 1 else name


def _likeness(typed: str, spelling: str) -> float:
    return SequenceMatcher(None, typed, spelling, autojunk=False).ratio() if typed else 0
