"""The one table: a line a fault, and the sentences under it."""

import json
from dataclasses import asdict, dataclass, field, replace

COLUMNS = ("kills", "owed", "lost", "copies", "late", "stale", "sent", "drops", "counted", "seconds")
WIDTH = 9
HEAD = f"{'fault':<10}" + "".join(f"{name:>{WIDTH}}" for name in COLUMNS)


@dataclass(frozen=True)
class Line:
    """What one fault came to; `broken` says which promises it broke, `notes` what else is worth knowing."""

    fault: str
    kills: int = 0
    owed: int = 0
    lost: int = 0
    copies: int = 0
    late: int = 0
    stale: int = 0
    sent: int = 0
    drops: int = 0
    counted: int = 0
    seconds: float = 0
    broken: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.fault:<10}" + "".join(f"{round(getattr(self, name)):>{WIDTH}}" for name in COLUMNS)

    def breaking(self, *sentences: str) -> "Line":
        return replace(self, broken=[*self.broken, *sentences])

    def noting(self, *sentences: str) -> "Line":
        return replace(self, notes=[*self.notes, *sentences])

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Line":
        return cls(**json.loads(text))


def unless(holds: object, sentence: str) -> list[str]:
    """The sentence, where it does not hold."""
    return [] if holds else [sentence]
