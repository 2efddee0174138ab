"""Part of a long list that is in memory: some rows, and where the parts around them begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from django.utils.translation import gettext as _

from tracker.errors import Invalid


@dataclass(frozen=True)
class Window:
    """The rows from one place on; `before` and `after` are where the parts around them begin, as a page asks."""

    rows: Sequence
    start: int
    whole: int
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, rows: Sequence, query: Mapping, size: int) -> Self:
        """The part that the query asks for with `after` or `before`, the place before which or after which it lies."""
        start = max(0, _place(query, "before") - size if query.get("before") else _place(query, "after"))
        end = min(len(rows), start + size)
        return cls(
            rows[start:end],
            start,
            len(rows),
            str(start) if start else "",
            str(end) if end < len(rows) else "",
        )

    def holding(self, rows: Sequence) -> Self:
        """The same part, with what was read for its keys."""
        return replace(self, rows=rows)

    @property
    def end(self) -> int:
        return self.start + len(self.rows)


def _place(query: Mapping, name: str) -> int:
    asked = query.get(name) or "0"
    if not (asked.isascii() and asked.isdigit() and len(asked) < 8):
        raise Invalid({name: _("This is not a page of the list. Go back to its beginning.")})
    return int(asked)
