"""Which column a table is sorted by, and in which direction: asked for in its address with `sort`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from django.utils.translation import gettext as _

from tracker.errors import Invalid


@dataclass(frozen=True)
class Sorting:
    """One column up or down. A table names its columns in LABELS; the first is the usual one."""

    LABELS: ClassVar[Mapping[str, str]] = {}

    name: str = ""
    is_down: bool = False

    @classmethod
    def of(cls, query: Mapping) -> Self:
        """The order the query asks for, for example `-late`; raises Invalid for an unknown one."""
        asked = query.get("sort") or cls.usual()
        name = asked.removeprefix("-")
        if name not in cls.LABELS:
            raise Invalid({"sort": _("The list cannot be sorted by this. Choose one of its columns.")})
        return cls(name, asked.startswith("-"))

    @classmethod
    def usual(cls) -> str:
        return next(iter(cls.LABELS))

    def __str__(self):
        return f"-{self.name}" if self.is_down else self.name

    @property
    def words(self) -> str:
        return f"{self.LABELS[self.name]} {'↓' if self.is_down else '↑'}"

    def turned(self, name: str) -> str:
        """What a click on a column's head asks for: that column, and a second time the other direction."""
        return f"-{name}" if name == self.name and not self.is_down else name

    def aria(self, name: str) -> str:
        return ("descending" if self.is_down else "ascending") if name == self.name else ""
